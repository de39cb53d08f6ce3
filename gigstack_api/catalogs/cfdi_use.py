# Written by `make catalogs` from scripts/catalogs.yaml; never edited.
"""CfdiUse: c_UsoCFDI of the SAT."""

from .code import UseCode

BUSINESS = "601 603 606 612 620 621 622 623 624 625 626"
REFUNDS = "601 603 606 612 616 620 621 622 623 624 625 626"
DEDUCTIONS = "605 606 607 608 611 612 614 615 625"
EVERYONE = "601 603 605 606 607 608 610 611 612 614 615 616 620 621 622 623 624 625 626"
PAYROLL = "605"
NO_ONE = ""


class CfdiUse(UseCode):
    """The use that the receiver will make of an invoice (`use`)."""

    PURCHASE_OF_GOODS = (
        "G01",
        "Adquisición de mercancías",
        "Purchase of goods",
        "fisica moral",
        BUSINESS,
    )
    """G01 Adquisición de mercancías · Purchase of goods."""
    RETURNS_AND_DISCOUNTS = (
        "G02",
        "Devoluciones, descuentos o bonificaciones",
        "Returns, discounts or rebates",
        "fisica moral",
        REFUNDS,
    )
    """G02 Devoluciones, descuentos o bonificaciones · Returns, discounts or rebates."""
    GENERAL_EXPENSES = "G03", "Gastos en general", "General expenses", "fisica moral", BUSINESS
    """G03 Gastos en general · General expenses."""
    CONSTRUCTION = "I01", "Construcciones", "Investment in buildings", "fisica moral", BUSINESS
    """I01 Construcciones · Investment in buildings."""
    OFFICE_FURNITURE = (
        "I02",
        "Mobiliario y equipo de oficina por inversiones",
        "Investment in office furniture and equipment",
        "fisica moral",
        BUSINESS,
    )
    """I02 Mobiliario y equipo de oficina por inversiones ·
    Investment in office furniture and equipment."""
    TRANSPORT_EQUIPMENT = (
        "I03",
        "Equipo de transporte",
        "Investment in vehicles",
        "fisica moral",
        BUSINESS,
    )
    """I03 Equipo de transporte · Investment in vehicles."""
    COMPUTER_EQUIPMENT = (
        "I04",
        "Equipo de computo y accesorios",
        "Investment in computers and accessories",
        "fisica moral",
        BUSINESS,
    )
    """I04 Equipo de computo y accesorios · Investment in computers and accessories."""
    DIES_AND_TOOLING = (
        "I05",
        "Dados, troqueles, moldes, matrices y herramental",
        "Investment in dies, moulds and tooling",
        "fisica moral",
        BUSINESS,
    )
    """I05 Dados, troqueles, moldes, matrices y herramental ·
    Investment in dies, moulds and tooling."""
    TELEPHONE_COMMUNICATIONS = (
        "I06",
        "Comunicaciones telefónicas",
        "Investment in telephone communications",
        "fisica moral",
        BUSINESS,
    )
    """I06 Comunicaciones telefónicas · Investment in telephone communications."""
    SATELLITE_COMMUNICATIONS = (
        "I07",
        "Comunicaciones satelitales",
        "Investment in satellite communications",
        "fisica moral",
        BUSINESS,
    )
    """I07 Comunicaciones satelitales · Investment in satellite communications."""
    OTHER_MACHINERY = (
        "I08",
        "Otra maquinaria y equipo",
        "Investment in other machinery and equipment",
        "fisica moral",
        BUSINESS,
    )
    """I08 Otra maquinaria y equipo · Investment in other machinery and equipment."""
    MEDICAL_FEES = (
        "D01",
        "Honorarios médicos, dentales y gastos hospitalarios",
        "Medical and dental fees, and hospital expenses",
        "fisica",
        DEDUCTIONS,
    )
    """D01 Honorarios médicos, dentales y gastos hospitalarios ·
    Medical and dental fees, and hospital expenses."""
    DISABILITY_MEDICAL_EXPENSES = (
        "D02",
        "Gastos médicos por incapacidad o discapacidad",
        "Medical expenses for incapacity or disability",
        "fisica",
        DEDUCTIONS,
    )
    """D02 Gastos médicos por incapacidad o discapacidad ·
    Medical expenses for incapacity or disability."""
    FUNERAL_EXPENSES = "D03", "Gastos funerales", "Funeral expenses", "fisica", DEDUCTIONS
    """D03 Gastos funerales · Funeral expenses."""
    DONATIONS = "D04", "Donativos", "Donations", "fisica", DEDUCTIONS
    """D04 Donativos · Donations."""
    MORTGAGE_INTEREST = (
        "D05",
        "Intereses reales efectivamente pagados por créditos hipotecarios (casa habitación)",
        "Real interest paid on a home mortgage",
        "fisica",
        DEDUCTIONS,
    )
    """D05 Intereses reales efectivamente pagados por créditos hipotecarios (casa habitación) ·
    Real interest paid on a home mortgage."""
    VOLUNTARY_SAR_CONTRIBUTIONS = (
        "D06",
        "Aportaciones voluntarias al SAR",
        "Voluntary contributions to the pension system (SAR)",
        "fisica",
        DEDUCTIONS,
    )
    """D06 Aportaciones voluntarias al SAR · Voluntary contributions to the pension system (SAR)."""
    HEALTH_INSURANCE_PREMIUMS = (
        "D07",
        "Primas por seguros de gastos médicos",
        "Health insurance premiums",
        "fisica",
        DEDUCTIONS,
    )
    """D07 Primas por seguros de gastos médicos · Health insurance premiums."""
    SCHOOL_TRANSPORT = (
        "D08",
        "Gastos de transportación escolar obligatoria",
        "Compulsory school transport",
        "fisica",
        DEDUCTIONS,
    )
    """D08 Gastos de transportación escolar obligatoria · Compulsory school transport."""
    SAVINGS_AND_PENSION_PLANS = (
        "D09",
        "Depósitos en cuentas para el ahorro, primas que tengan como base planes de pensiones",
        "Deposits in savings accounts, and pension plan premiums",
        "fisica",
        DEDUCTIONS,
    )
    """D09 Depósitos en cuentas para el ahorro, primas que tengan como base planes de pensiones ·
    Deposits in savings accounts, and pension plan premiums."""
    TUITION = (
        "D10",
        "Pagos por servicios educativos (colegiaturas)",
        "School fees",
        "fisica",
        DEDUCTIONS,
    )
    """D10 Pagos por servicios educativos (colegiaturas) · School fees."""
    NO_TAX_EFFECTS = "S01", "Sin efectos fiscales", "No tax effects", "fisica moral", EVERYONE
    """S01 Sin efectos fiscales · No tax effects."""
    PAYMENTS = "CP01", "Pagos", "Payments (of a payment complement)", "fisica moral", EVERYONE
    """CP01 Pagos · Payments (of a payment complement)."""
    PAYROLL = "CN01", "Nómina", "Payroll", "fisica", PAYROLL
    """CN01 Nómina · Payroll."""
    TO_BE_DEFINED = "P01", "Por definir", "To be defined", "", NO_ONE, "3.3"
    """P01 Por definir · To be defined. CFDI 4.0 does not have it."""
