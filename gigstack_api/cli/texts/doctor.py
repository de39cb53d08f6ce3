"""The texts of `doctor`: Spanish, then English."""

from __future__ import annotations

from .help import Table

DOCTOR: Table = {
    "doctor.ok": ("bien", "ok"),
    "doctor.warn": ("aviso", "warn"),
    "doctor.fail": ("falla", "fail"),
    "doctor.check": ("Revisión", "Check"),
    "doctor.status": ("Estado", "Status"),
    "doctor.detail": ("Detalle", "Detail"),
    "doctor.python": ("Python", "Python"),
    "doctor.package": ("Paquete", "Package"),
    "doctor.extras": ("Extras", "Extras"),
    "doctor.extras_detail": (
        "instalados: {there}; sin instalar: {missing}",
        "installed: {there}; not installed: {missing}",
    ),
    "doctor.nothing": ("ninguno", "none"),
    "doctor.key": ("Llave", "Key"),
    "doctor.key_detail": (
        "de {source}, modo {mode}, equipo {team}",
        "from {source}, {mode} mode, team {team}",
    ),
    "doctor.base_url": ("URL de la API", "API URL"),
    "doctor.proxy": ("Proxy", "Proxy"),
    "doctor.no_proxy": ("ninguno", "none"),
    "doctor.dns": ("DNS", "DNS"),
    "doctor.dns_failed": (
        "{host} no tiene dirección: revisa tu conexión y el DNS",
        "{host} has no address: check the connection and the DNS",
    ),
    "doctor.tls": ("TLS", "TLS"),
    "doctor.tls_detail": (
        "{version}, el certificado vale {days} más",
        "{version}, the certificate is valid for another {days}",
    ),
    "doctor.tls_plain": ("sin TLS, en esta computadora", "without TLS, on this machine"),
    "doctor.tls_proxy": ("pasa por el proxy", "goes through the proxy"),
    "doctor.tls_failed": (
        "no hay conexión segura con {host}: {problem}",
        "there is no secure connection to {host}: {problem}",
    ),
    "doctor.call": ("Llamada", "Call"),
    "doctor.call_detail": (
        "la API contestó en {seconds} s",
        "the API answered in {seconds} s",
    ),
    "doctor.clock": ("Reloj", "Clock"),
    "doctor.clock_detail": (
        "difiere {seconds} s del de la API",
        "differs from that of the API by {seconds} s",
    ),
    "doctor.clock_far": (
        "difiere {seconds} s del de la API: ajústalo; webhooks y búsquedas dependen de él",
        "differs from that of the API by {seconds} s: set it; webhooks and lookups depend on it",
    ),
    "doctor.clock_unknown": ("la API no dijo la hora", "the API did not say the time"),
    "doctor.profiles": ("Perfiles", "Profiles"),
    "doctor.profiles_detail": ("{count} en {file}", "{count} in {file}"),
}
