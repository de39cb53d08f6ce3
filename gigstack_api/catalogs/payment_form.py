# Written by `make catalogs` from scripts/catalogs.yaml; never edited.
"""PaymentForm: c_FormaPago of the SAT."""

from .code import Code


class PaymentForm(Code):
    """The means by which an invoice is paid (`payment_form`)."""

    CASH = "01", "Efectivo", "Cash"
    """01 Efectivo · Cash."""
    CHECK = "02", "Cheque nominativo", "Nominative check"
    """02 Cheque nominativo · Nominative check."""
    TRANSFER = "03", "Transferencia electrónica de fondos", "Electronic transfer of funds (SPEI)"
    """03 Transferencia electrónica de fondos · Electronic transfer of funds (SPEI)."""
    CREDIT_CARD = "04", "Tarjeta de crédito", "Credit card"
    """04 Tarjeta de crédito · Credit card."""
    ELECTRONIC_WALLET = "05", "Monedero electrónico", "Electronic wallet"
    """05 Monedero electrónico · Electronic wallet."""
    ELECTRONIC_MONEY = "06", "Dinero electrónico", "Electronic money"
    """06 Dinero electrónico · Electronic money."""
    FOOD_VOUCHERS = "08", "Vales de despensa", "Food vouchers"
    """08 Vales de despensa · Food vouchers."""
    DATION_IN_PAYMENT = "12", "Dación en pago", "Goods given in place of payment"
    """12 Dación en pago · Goods given in place of payment."""
    SUBROGATION = (
        "13",
        "Pago por subrogación",
        "Payment by a third party who takes the creditor's place",
    )
    """13 Pago por subrogación · Payment by a third party who takes the creditor's place."""
    CONSIGNATION = "14", "Pago por consignación", "Payment deposited with a court"
    """14 Pago por consignación · Payment deposited with a court."""
    DEBT_FORGIVENESS = "15", "Condonación", "Forgiven debt"
    """15 Condonación · Forgiven debt."""
    OFFSET = "17", "Compensación", "Offset against another debt"
    """17 Compensación · Offset against another debt."""
    NOVATION = "23", "Novación", "Debt replaced by a new one"
    """23 Novación · Debt replaced by a new one."""
    CONFUSION = "24", "Confusión", "Debtor and creditor become one"
    """24 Confusión · Debtor and creditor become one."""
    DEBT_REMISSION = "25", "Remisión de deuda", "Remitted debt"
    """25 Remisión de deuda · Remitted debt."""
    PRESCRIPTION_OR_EXPIRY = "26", "Prescripción o caducidad", "Debt that is prescribed or expired"
    """26 Prescripción o caducidad · Debt that is prescribed or expired."""
    CREDITOR_SATISFACTION = (
        "27",
        "A satisfacción del acreedor",
        "To the satisfaction of the creditor",
    )
    """27 A satisfacción del acreedor · To the satisfaction of the creditor."""
    DEBIT_CARD = "28", "Tarjeta de débito", "Debit card"
    """28 Tarjeta de débito · Debit card."""
    SERVICE_CARD = "29", "Tarjeta de servicios", "Service card"
    """29 Tarjeta de servicios · Service card."""
    ADVANCE_APPLICATION = "30", "Aplicación de anticipos", "Application of advance payments"
    """30 Aplicación de anticipos · Application of advance payments."""
    PAYMENT_INTERMEDIARY = "31", "Intermediario pagos", "Payment intermediary"
    """31 Intermediario pagos · Payment intermediary."""
    TO_BE_DEFINED = "99", "Por definir", "To be defined: paid later"
    """99 Por definir · To be defined: paid later."""
