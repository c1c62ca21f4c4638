"""What the payers are called in a sentence."""

from rekenmodel.values.domains import Payer
from rekenmodel.values.text import Text

_PAYERS: dict[Payer | None, Text] = {
    Payer.MUNICIPALITY: Text("gemeente", "municipality"),
    Payer.HEALTH_INSURER: Text("zorgverzekeraar", "health insurer"),
    Payer.CARE_OFFICE: Text("zorgkantoor", "care office"),
    Payer.STATE: Text("Rijk", "central government"),
    Payer.HOUSING_ASSOCIATION: Text("woningcorporatie", "housing association"),
    Payer.EDUCATION: Text("onderwijs", "education"),
    Payer.EMPLOYER: Text("werkgever", "employer"),
    Payer.HOUSEHOLD: Text("huishouden", "household"),
    Payer.SOCIETY: Text("samenleving", "society"),
    None: Text("nog niet duidelijk wie betaalt", "not yet clear who pays"),
}


def payer_name(payer: Payer | None) -> Text:
    """Return the name of a payer; None is help of which it is unclear or disputed who pays."""
    return _PAYERS[payer]
