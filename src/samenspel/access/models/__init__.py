"""Who takes part where, on what legal basis, who is kept out, who looked in an emergency. All with a term."""

from samenspel.access.models.basis import Consent, Ground, LegalBasis
from samenspel.access.models.keeping_out import Blockade, EmergencyAccess, Shielding, ShieldingLifted
from samenspel.access.models.taking_part import GeneralRole, Membership, Referral

__all__ = [
    "Blockade",
    "Consent",
    "EmergencyAccess",
    "GeneralRole",
    "Ground",
    "LegalBasis",
    "Membership",
    "Referral",
    "Shielding",
    "ShieldingLifted",
]
