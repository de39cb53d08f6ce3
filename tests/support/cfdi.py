"""A stamped CFDI, the least of it that counts as one."""

from __future__ import annotations

UUID = "5C5C3E8B-2B6B-4A6B-9F8E-1B2A3C4D5E6F"
STAMP = (
    '<tfd:TimbreFiscalDigital xmlns:tfd="http://www.sat.gob.mx/TimbreFiscalDigital"'
    f' Version="1.1" UUID="{UUID}"/>'
)
INVOICE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<cfdi:Comprobante xmlns:cfdi="http://www.sat.gob.mx/cfd/4">'
    f"<cfdi:Complemento>{STAMP}</cfdi:Complemento></cfdi:Comprobante>"
)
