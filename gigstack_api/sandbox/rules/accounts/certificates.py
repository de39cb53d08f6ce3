"""Certificates: the CSD that a team stamps with, the FIEL that signs its manifest.

No certificate is opened. A CSD expires four years after its upload.
"""

from __future__ import annotations

from ...call import Answer, Call, Handler
from ..shared.certificate_files import check_base64, check_der, check_password
from . import team_access

CSD_LIFE_S = 4 * 365 * 24 * 3600


def upload_team_csd(call: Call) -> Answer:
    team = team_access.find(call)
    check_der(call)
    check_password(call, "keyPass")
    now = call.state.now_s()
    team["sat"] = {"completed": True, "connected_at": now, "csd_expires_at": now + CSD_LIFE_S}
    return Answer.of("CSD uploaded successfully", team["sat"])


def sign_team_manifest(call: Call) -> Answer:
    team = team_access.find(call)
    for name in ("key", "cert"):
        check_base64(name, call.body[name])
    check_password(call, "password")
    manifest = {"signed": True, "signed_at": call.state.now_s()}
    call.state.collection(team["id"], "manifests")["signed"] = manifest
    return Answer.of("Manifest signed successfully", manifest)


HANDLERS: dict[str, Handler] = {
    handler.__name__: handler for handler in (upload_team_csd, sign_team_manifest)
}
