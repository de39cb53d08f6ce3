# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.sat_download`, one module each."""

from typing import TYPE_CHECKING

from gigstack_api._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
    from . import activate_sat_download as activate_sat_download
    from . import check_sat_download_activation as check_sat_download_activation
    from . import check_sat_download_request as check_sat_download_request
    from . import create_sat_download_request as create_sat_download_request
    from . import deactivate_sat_download as deactivate_sat_download
    from . import debug_sat_download as debug_sat_download
    from . import download_sat_package as download_sat_package
    from . import enable_sat_sync as enable_sat_sync
    from . import get_sat_download_history as get_sat_download_history
    from . import get_sat_download_schedule as get_sat_download_schedule
    from . import get_sat_invoice_xml as get_sat_invoice_xml
    from . import register_business_with_sat as register_business_with_sat
    from . import save_sat_download_schedule as save_sat_download_schedule
    from . import upload_fiel as upload_fiel
