"""What ships with the program, by short names: `shipped.plan()`, `shipped.units()`."""

from __future__ import annotations

from ttdn_desktop.services.shipped_indicators import Guidance
from ttdn_desktop.services.shipped_indicators import activity_guidance as guidance
from ttdn_desktop.services.shipped_indicators import shipped_indicators as indicators
from ttdn_desktop.services.shipped_indicators import shipped_splits as splits
from ttdn_desktop.services.shipped_plan import shipped_plan as plan
from ttdn_desktop.services.shipped_successions import shipped_successions as successions
from ttdn_desktop.services.shipped_units import kind_named
from ttdn_desktop.services.shipped_units import kind_profile as profile
from ttdn_desktop.services.shipped_units import shipped_classes as classes
from ttdn_desktop.services.shipped_units import shipped_profiles as header_profiles
from ttdn_desktop.services.shipped_units import shipped_units as units

__all__ = [
    "Guidance",
    "classes",
    "guidance",
    "header_profiles",
    "indicators",
    "kind_named",
    "plan",
    "profile",
    "splits",
    "successions",
    "units",
]
