# Which images may be seen is told by their identifiers.
#
# Patterns that allow are safer than patterns that forbid: what nobody has thought of is refused.

import re

ALLOWED = [re.compile(r"public[_/].*"), re.compile(r"image[5-9][0-9](\.[a-z]+)?")]
FORBIDDEN = [re.compile(r".*_restricted.*")]


def pre_authorize(context):
    def fits(pattern):
        return pattern.fullmatch(context.identifier) is not None

    return any(map(fits, ALLOWED)) and not any(map(fits, FORBIDDEN))
