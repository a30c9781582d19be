"""``{% asset "peelian.css" %}``: the address of a front-end file."""

from django import template

from peelian.web.components.assets import asset_url

register = template.Library()

register.simple_tag(asset_url, name="asset")
