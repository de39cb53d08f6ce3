# Written by `make catalogs` from scripts/catalogs.yaml; never edited.
"""TaxRegime: c_RegimenFiscal of the SAT."""

from .code import RegimeCode


class TaxRegime(RegimeCode):
    """The tax regime of a taxpayer, as in its constancia de situación fiscal (`tax_system`)."""

    GENERAL_LEY_PERSONAS_MORALES = (
        "601",
        "General de Ley Personas Morales",
        "General regime for companies",
        "moral",
    )
    """601 General de Ley Personas Morales · General regime for companies."""
    PERSONAS_MORALES_CON_FINES_NO_LUCRATIVOS = (
        "603",
        "Personas Morales con Fines no Lucrativos",
        "Non-profit organisations",
        "moral",
    )
    """603 Personas Morales con Fines no Lucrativos · Non-profit organisations."""
    SUELDOS_Y_SALARIOS = (
        "605",
        "Sueldos y Salarios e Ingresos Asimilados a Salarios",
        "Wages, salaries and similar income",
        "fisica",
    )
    """605 Sueldos y Salarios e Ingresos Asimilados a Salarios ·
    Wages, salaries and similar income."""
    ARRENDAMIENTO = "606", "Arrendamiento", "Rental income", "fisica"
    """606 Arrendamiento · Rental income."""
    ENAJENACION_O_ADQUISICION_DE_BIENES = (
        "607",
        "Régimen de Enajenación o Adquisición de Bienes",
        "Sale or acquisition of property",
        "fisica",
    )
    """607 Régimen de Enajenación o Adquisición de Bienes · Sale or acquisition of property."""
    DEMAS_INGRESOS = "608", "Demás ingresos", "Other income", "fisica"
    """608 Demás ingresos · Other income."""
    CONSOLIDACION = "609", "Consolidación", "Tax consolidation", "", "3.3"
    """609 Consolidación · Tax consolidation. CFDI 4.0 does not have it."""
    RESIDENTES_EN_EL_EXTRANJERO = (
        "610",
        "Residentes en el Extranjero sin Establecimiento Permanente en México",
        "Foreign residents without a permanent establishment in Mexico",
        "fisica moral",
    )
    """610 Residentes en el Extranjero sin Establecimiento Permanente en México ·
    Foreign residents without a permanent establishment in Mexico."""
    DIVIDENDOS = (
        "611",
        "Ingresos por Dividendos (socios y accionistas)",
        "Dividends of partners and shareholders",
        "fisica",
    )
    """611 Ingresos por Dividendos (socios y accionistas) ·
    Dividends of partners and shareholders."""
    ACTIVIDADES_EMPRESARIALES_Y_PROFESIONALES = (
        "612",
        "Personas Físicas con Actividades Empresariales y Profesionales",
        "Individuals with a business or a profession",
        "fisica",
    )
    """612 Personas Físicas con Actividades Empresariales y Profesionales ·
    Individuals with a business or a profession."""
    INTERESES = "614", "Ingresos por intereses", "Interest income", "fisica"
    """614 Ingresos por intereses · Interest income."""
    PREMIOS = (
        "615",
        "Régimen de los ingresos por obtención de premios",
        "Prizes and winnings",
        "fisica",
    )
    """615 Régimen de los ingresos por obtención de premios · Prizes and winnings."""
    SIN_OBLIGACIONES_FISCALES = "616", "Sin obligaciones fiscales", "No tax obligations", "fisica"
    """616 Sin obligaciones fiscales · No tax obligations."""
    SOCIEDADES_COOPERATIVAS_DE_PRODUCCION = (
        "620",
        "Sociedades Cooperativas de Producción que optan por diferir sus ingresos",
        "Production cooperatives that defer their income",
        "moral",
    )
    """620 Sociedades Cooperativas de Producción que optan por diferir sus ingresos ·
    Production cooperatives that defer their income."""
    INCORPORACION_FISCAL = (
        "621",
        "Incorporación Fiscal",
        "Fiscal incorporation of small businesses (RIF)",
        "fisica",
    )
    """621 Incorporación Fiscal · Fiscal incorporation of small businesses (RIF)."""
    ACTIVIDADES_AGRICOLAS_GANADERAS_SILVICOLAS_Y_PESQUERAS = (
        "622",
        "Actividades Agrícolas, Ganaderas, Silvícolas y Pesqueras",
        "Farming, livestock, forestry and fishing",
        "moral",
    )
    """622 Actividades Agrícolas, Ganaderas, Silvícolas y Pesqueras ·
    Farming, livestock, forestry and fishing."""
    GRUPOS_DE_SOCIEDADES = (
        "623",
        "Opcional para Grupos de Sociedades",
        "Optional regime for groups of companies",
        "moral",
    )
    """623 Opcional para Grupos de Sociedades · Optional regime for groups of companies."""
    COORDINADOS = "624", "Coordinados", "Coordinated transport carriers", "moral"
    """624 Coordinados · Coordinated transport carriers."""
    PLATAFORMAS_TECNOLOGICAS = (
        "625",
        "Régimen de las Actividades Empresariales con ingresos a través de Plataformas"
        " Tecnológicas",
        "Business through technology platforms",
        "fisica",
    )
    """625 Régimen de las Actividades Empresariales con ingresos a través de Plataformas
    Tecnológicas ·
    Business through technology platforms."""
    RESICO = (
        "626",
        "Régimen Simplificado de Confianza",
        "Simplified trust regime (RESICO)",
        "fisica moral",
    )
    """626 Régimen Simplificado de Confianza · Simplified trust regime (RESICO)."""
    HIDROCARBUROS = "628", "Hidrocarburos", "Hydrocarbons", "", "3.3"
    """628 Hidrocarburos · Hydrocarbons. CFDI 4.0 does not have it."""
    REGIMENES_FISCALES_PREFERENTES = (
        "629",
        "De los Regímenes Fiscales Preferentes y de las Empresas Multinacionales",
        "Preferential tax regimes and multinational companies",
        "",
        "3.3",
    )
    """629 De los Regímenes Fiscales Preferentes y de las Empresas Multinacionales ·
    Preferential tax regimes and multinational companies. CFDI 4.0 does not have it."""
    ENAJENACION_DE_ACCIONES_EN_BOLSA = (
        "630",
        "Enajenación de acciones en bolsa de valores",
        "Sale of shares on a stock exchange",
        "",
        "3.3",
    )
    """630 Enajenación de acciones en bolsa de valores ·
    Sale of shares on a stock exchange. CFDI 4.0 does not have it."""
