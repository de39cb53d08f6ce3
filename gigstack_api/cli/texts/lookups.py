"""Why a lost call was done, was not, or cannot be determined: in English and in Spanish."""

from __future__ import annotations

from .bad_files import Sentences

LOOKUPS: Sentences = {
    "it has the idempotency key": "tiene la clave de idempotencia",
    "exactly one document matches, and everything it shows is as sent": "coincide exactamente un"
    " documento, y todo lo que muestra es como se envió",
    "several documents match what was sent": "varios documentos coinciden con lo enviado",
    "nothing shows whether one of the documents created then is the result: they have no"
    " idempotency key, and nothing rules them out": "nada muestra si uno de los documentos creados"
    " entonces es el resultado: no tienen clave de idempotencia, y nada los descarta",
    "no document matches": "ningún documento coincide",
    "the list does not go back to the call": "la lista no llega hasta la llamada",
    "the answer was lost": "la respuesta se perdió",
    "this is not the record of a lost call: store the result of write_record(error)": "no es el"
    " registro de una llamada perdida: guarda el resultado de write_record(error)",
    "the error does not say what was sent; pass the error that the call raised": "el error no dice"
    " qué se envió; usa el error de la llamada misma",
    "the call was sent with a key of another team or mode; use a client with that key": "la llamada"
    " se envió con una llave de otro equipo o modo; usa esa llave",
    "the resource to change does not exist, or no longer": "lo que se iba a cambiar no existe, o ya"
    " no existe",
    "the resource still exists": "todavía existe",
    "the resource no longer exists": "ya no existe",
    "everything is as sent": "todo es como se envió",
    "not as sent: {fields}": "no es como se envió: {fields}",
    "its {place} is {value}": "su {place} es {value}",
    "its {place} is {value}, which is not conclusive": "su {place} es {value}, lo que no es"
    " concluyente",
    "{fields} has grown since, which is not conclusive": "{fields} creció desde entonces, lo que no"
    " es concluyente",
    "no answer shows {fields}; everything else is as sent": "ninguna respuesta muestra {fields};"
    " todo lo demás es como se envió",
    "its cancellation was requested at that time and is {value}": "su cancelación se pidió en ese"
    " momento y está {value}",
    "it has a cancellation ({value}), but nothing shows whether it is this one": "tiene una"
    " cancelación ({value}), pero nada muestra si es esta",
    "the draft is gone, stamped or deleted: look it up in the list of invoices": "el borrador ya no"
    " está, se timbró o se borró: búscalo en la lista de facturas",
    "the payment does not show its refunds": "el pago no muestra sus devoluciones",
    "the payment has a refund that may be this one; refunds do not show when they were made": "el"
    " pago tiene una devolución que puede ser esta; las devoluciones no muestran cuándo se"
    " hicieron",
    "the payment has no refund of that amount": "el pago no tiene una devolución de ese monto",
    "the team does not show its members": "el equipo no muestra sus miembros",
    "not a member": "no es miembro",
    "still a member": "todavía es miembro",
    "a member in another role": "es miembro con otro rol",
    "a member": "es miembro",
    "the team was connected to the SAT at that time": "el equipo se conectó al SAT en ese momento",
    "the team was connected to the SAT before; nothing shows which certificate it has": "el equipo"
    " ya estaba conectado al SAT; nada muestra qué certificado tiene",
    "there is {note}, but nothing shows whether it is this one": "hay {note}, pero nada muestra si"
    " es la de esta llamada",
    "a FIEL": "una e.firma",
    "a registration": "una inscripción",
    "it is still a draft": "todavía es un borrador",
    "it has an invoice": "tiene una factura",
    "the whole payment is refunded": "se devolvió todo el pago",
    "a part of the payment is not refunded": "una parte del pago no se ha devuelto",
    "the SDK does not know how to look this operation up; read what it would have changed": "no se"
    " sabe cómo buscar esta operación; revisa lo que habría cambiado",
    "nothing shows when a client was last validated; repeating it is harmless": "nada muestra"
    " cuándo se validó el cliente por última vez; repetirlo no hace daño",
    "tokens cannot be listed; repeating it creates another one": "los tokens no se pueden listar;"
    " repetirlo crea otro",
    "it may have stamped some receipts; repeating it stamps only those still pending": "tal vez"
    " timbró algunos recibos; repetirlo timbra solo los que siguen pendientes",
    "the client comes from the file, which is not kept; `gig.clients.list(created_gte=...)` may"
    " show it": "el cliente viene del archivo, que no se guarda; tal vez lo muestra «gigstack-api"
    " export clients --created-gte»",
    "e-mails cannot be listed; repeating it sends another one": "los correos no se pueden listar;"
    " repetirlo manda otro",
    "a preview does not show when it was made; repeating it is harmless": "una vista previa no"
    " muestra cuándo se hizo; repetirlo no hace daño",
    "links cannot be listed; repeating it creates another one, and the previous one may stop"
    " working": "los enlaces no se pueden listar; repetirlo crea otro, y el anterior puede dejar de"
    " funcionar",
    "no answer shows whether a manifest is signed": "ninguna respuesta muestra si un manifiesto"
    " está firmado",
    "links cannot be listed; repeating it creates another one": "los enlaces no se pueden listar;"
    " repetirlo crea otro",
    "generating a PDF leaves no trace; repeating it is harmless": "generar un PDF no deja rastro;"
    " repetirlo no hace daño",
    "no answer shows what was charged; repeating it may use another credit": "ninguna respuesta"
    " muestra qué se cobró; repetirlo puede gastar otro crédito",
    "accounts cannot be listed; repeating it with the same idempotency key returns the stored"
    " answer": "las cuentas no se pueden listar; repetirlo con la misma clave de idempotencia"
    " devuelve la respuesta guardada",
}
