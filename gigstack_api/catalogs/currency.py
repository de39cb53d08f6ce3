# Written by `make catalogs` from scripts/catalogs.yaml; never edited.
"""Currency: c_Moneda of the SAT."""

from .code import CurrencyCode


class Currency(CurrencyCode):
    """The currency of an invoice (`currency`), with the decimals of its amounts."""

    AED = "AED", "Dirham de EAU", "UAE Dirham", 2
    """AED Dirham de EAU · UAE Dirham."""
    AFN = "AFN", "Afghani", "Afghani", 2
    """AFN Afghani · Afghani."""
    ALL = "ALL", "Lek", "Lek", 2
    """ALL Lek · Lek."""
    AMD = "AMD", "Dram armenio", "Armenian Dram", 2
    """AMD Dram armenio · Armenian Dram."""
    ANG = "ANG", "Florín antillano neerlandés", "Netherlands Antillean guilder", 2
    """ANG Florín antillano neerlandés · Netherlands Antillean guilder."""
    AOA = "AOA", "Kwanza", "Kwanza", 2
    """AOA Kwanza · Kwanza."""
    ARS = "ARS", "Peso Argentino", "Argentine Peso", 2
    """ARS Peso Argentino · Argentine Peso."""
    AUD = "AUD", "Dólar Australiano", "Australian Dollar", 2
    """AUD Dólar Australiano · Australian Dollar."""
    AWG = "AWG", "Aruba Florin", "Aruban Florin", 2
    """AWG Aruba Florin · Aruban Florin."""
    AZN = "AZN", "Azerbaijanian Manat", "Azerbaijan Manat", 2
    """AZN Azerbaijanian Manat · Azerbaijan Manat."""
    BAM = "BAM", "Convertibles marca", "Convertible Mark", 2
    """BAM Convertibles marca · Convertible Mark."""
    BBD = "BBD", "Dólar de Barbados", "Barbados Dollar", 2
    """BBD Dólar de Barbados · Barbados Dollar."""
    BDT = "BDT", "Taka", "Taka", 2
    """BDT Taka · Taka."""
    BGN = "BGN", "Lev búlgaro", "Bulgarian lev", 2
    """BGN Lev búlgaro · Bulgarian lev."""
    BHD = "BHD", "Dinar de Bahrein", "Bahraini Dinar", 3
    """BHD Dinar de Bahrein · Bahraini Dinar."""
    BIF = "BIF", "Burundi Franc", "Burundi Franc", 0
    """BIF Burundi Franc · Burundi Franc."""
    BMD = "BMD", "Dólar de Bermudas", "Bermudian Dollar", 2
    """BMD Dólar de Bermudas · Bermudian Dollar."""
    BND = "BND", "Dólar de Brunei", "Brunei Dollar", 2
    """BND Dólar de Brunei · Brunei Dollar."""
    BOB = "BOB", "Boliviano", "Boliviano", 2
    """BOB Boliviano · Boliviano."""
    BOV = "BOV", "Mvdol", "Mvdol", 2
    """BOV Mvdol · Mvdol."""
    BRL = "BRL", "Real brasileño", "Brazilian Real", 2
    """BRL Real brasileño · Brazilian Real."""
    BSD = "BSD", "Dólar de las Bahamas", "Bahamian Dollar", 2
    """BSD Dólar de las Bahamas · Bahamian Dollar."""
    BTN = "BTN", "Ngultrum", "Ngultrum", 2
    """BTN Ngultrum · Ngultrum."""
    BWP = "BWP", "Pula", "Pula", 2
    """BWP Pula · Pula."""
    BYR = "BYR", "Rublo bielorruso", "Belarusian ruble (until 2016)", 0
    """BYR Rublo bielorruso · Belarusian ruble (until 2016)."""
    BZD = "BZD", "Dólar de Belice", "Belize Dollar", 2
    """BZD Dólar de Belice · Belize Dollar."""
    CAD = "CAD", "Dólar Canadiense", "Canadian Dollar", 2
    """CAD Dólar Canadiense · Canadian Dollar."""
    CDF = "CDF", "Franco congoleño", "Congolese Franc", 2
    """CDF Franco congoleño · Congolese Franc."""
    CHE = "CHE", "WIR Euro", "WIR Euro", 2
    """CHE WIR Euro · WIR Euro."""
    CHF = "CHF", "Franco Suizo", "Swiss Franc", 2
    """CHF Franco Suizo · Swiss Franc."""
    CHW = "CHW", "Franc WIR", "WIR Franc", 2
    """CHW Franc WIR · WIR Franc."""
    CLF = "CLF", "Unidad de Fomento", "Unidad de Fomento", 4
    """CLF Unidad de Fomento · Unidad de Fomento."""
    CLP = "CLP", "Peso chileno", "Chilean Peso", 0
    """CLP Peso chileno · Chilean Peso."""
    CNH = "CNH", "Yuan extracontinental (China )", "Offshore yuan (China)", 2
    """CNH Yuan extracontinental (China ) · Offshore yuan (China)."""
    CNY = "CNY", "Yuan Renminbi", "Yuan Renminbi", 2
    """CNY Yuan Renminbi · Yuan Renminbi."""
    COP = "COP", "Peso Colombiano", "Colombian Peso", 2
    """COP Peso Colombiano · Colombian Peso."""
    COU = "COU", "Unidad de Valor real", "Unidad de Valor Real", 2
    """COU Unidad de Valor real · Unidad de Valor Real."""
    CRC = "CRC", "Colón costarricense", "Costa Rican Colon", 2
    """CRC Colón costarricense · Costa Rican Colon."""
    CUC = "CUC", "Peso Convertible", "Cuban convertible peso", 2
    """CUC Peso Convertible · Cuban convertible peso."""
    CUP = "CUP", "Peso Cubano", "Cuban Peso", 2
    """CUP Peso Cubano · Cuban Peso."""
    CVE = "CVE", "Cabo Verde Escudo", "Cabo Verde Escudo", 2
    """CVE Cabo Verde Escudo · Cabo Verde Escudo."""
    CZK = "CZK", "Corona checa", "Czech Koruna", 2
    """CZK Corona checa · Czech Koruna."""
    DJF = "DJF", "Franco de Djibouti", "Djibouti Franc", 0
    """DJF Franco de Djibouti · Djibouti Franc."""
    DKK = "DKK", "Corona danesa", "Danish Krone", 2
    """DKK Corona danesa · Danish Krone."""
    DOP = "DOP", "Peso Dominicano", "Dominican Peso", 2
    """DOP Peso Dominicano · Dominican Peso."""
    DZD = "DZD", "Dinar argelino", "Algerian Dinar", 2
    """DZD Dinar argelino · Algerian Dinar."""
    EGP = "EGP", "Libra egipcia", "Egyptian Pound", 2
    """EGP Libra egipcia · Egyptian Pound."""
    ERN = "ERN", "Nakfa", "Nakfa", 2
    """ERN Nakfa · Nakfa."""
    ESD = "ESD", "Dólar de Ecuador", "Dollar of Ecuador", 2
    """ESD Dólar de Ecuador · Dollar of Ecuador."""
    ETB = "ETB", "Birr etíope", "Ethiopian Birr", 2
    """ETB Birr etíope · Ethiopian Birr."""
    EUR = "EUR", "Euro", "Euro", 2
    """EUR Euro · Euro."""
    FJD = "FJD", "Dólar de Fiji", "Fiji Dollar", 2
    """FJD Dólar de Fiji · Fiji Dollar."""
    FKP = "FKP", "Libra malvinense", "Falkland Islands Pound", 2
    """FKP Libra malvinense · Falkland Islands Pound."""
    GBP = "GBP", "Libra Esterlina", "Pound Sterling", 2
    """GBP Libra Esterlina · Pound Sterling."""
    GEL = "GEL", "Lari", "Lari", 2
    """GEL Lari · Lari."""
    GHS = "GHS", "Cedi de Ghana", "Ghana Cedi", 2
    """GHS Cedi de Ghana · Ghana Cedi."""
    GIP = "GIP", "Libra de Gibraltar", "Gibraltar Pound", 2
    """GIP Libra de Gibraltar · Gibraltar Pound."""
    GMD = "GMD", "Dalasi", "Dalasi", 2
    """GMD Dalasi · Dalasi."""
    GNF = "GNF", "Franco guineano", "Guinean Franc", 0
    """GNF Franco guineano · Guinean Franc."""
    GTQ = "GTQ", "Quetzal", "Quetzal", 2
    """GTQ Quetzal · Quetzal."""
    GYD = "GYD", "Dólar guyanés", "Guyana Dollar", 2
    """GYD Dólar guyanés · Guyana Dollar."""
    HKD = "HKD", "Dólar De Hong Kong", "Hong Kong Dollar", 2
    """HKD Dólar De Hong Kong · Hong Kong Dollar."""
    HNL = "HNL", "Lempira", "Lempira", 2
    """HNL Lempira · Lempira."""
    HRK = "HRK", "Kuna", "Croatian kuna", 2
    """HRK Kuna · Croatian kuna."""
    HTG = "HTG", "Gourde", "Gourde", 2
    """HTG Gourde · Gourde."""
    HUF = "HUF", "Florín", "Forint", 2
    """HUF Florín · Forint."""
    IDR = "IDR", "Rupia", "Rupiah", 2
    """IDR Rupia · Rupiah."""
    ILS = "ILS", "Nuevo Shekel Israelí", "New Israeli Sheqel", 2
    """ILS Nuevo Shekel Israelí · New Israeli Sheqel."""
    INR = "INR", "Rupia india", "Indian Rupee", 2
    """INR Rupia india · Indian Rupee."""
    IQD = "IQD", "Dinar iraquí", "Iraqi Dinar", 3
    """IQD Dinar iraquí · Iraqi Dinar."""
    IRR = "IRR", "Rial iraní", "Iranian Rial", 2
    """IRR Rial iraní · Iranian Rial."""
    ISK = "ISK", "Corona islandesa", "Iceland Krona", 0
    """ISK Corona islandesa · Iceland Krona."""
    JMD = "JMD", "Dólar Jamaiquino", "Jamaican Dollar", 2
    """JMD Dólar Jamaiquino · Jamaican Dollar."""
    JOD = "JOD", "Dinar jordano", "Jordanian Dinar", 3
    """JOD Dinar jordano · Jordanian Dinar."""
    JPY = "JPY", "Yen", "Yen", 0
    """JPY Yen · Yen."""
    KES = "KES", "Chelín keniano", "Kenyan Shilling", 2
    """KES Chelín keniano · Kenyan Shilling."""
    KGS = "KGS", "Som", "Som", 2
    """KGS Som · Som."""
    KHR = "KHR", "Riel", "Riel", 2
    """KHR Riel · Riel."""
    KMF = "KMF", "Franco Comoro", "Comorian Franc", 0
    """KMF Franco Comoro · Comorian Franc."""
    KPW = "KPW", "Corea del Norte ganó", "North Korean Won", 2
    """KPW Corea del Norte ganó · North Korean Won."""
    KRW = "KRW", "Won", "Won", 0
    """KRW Won · Won."""
    KWD = "KWD", "Dinar kuwaití", "Kuwaiti Dinar", 3
    """KWD Dinar kuwaití · Kuwaiti Dinar."""
    KYD = "KYD", "Dólar de las Islas Caimán", "Cayman Islands Dollar", 2
    """KYD Dólar de las Islas Caimán · Cayman Islands Dollar."""
    KZT = "KZT", "Tenge", "Tenge", 2
    """KZT Tenge · Tenge."""
    LAK = "LAK", "Kip", "Lao Kip", 2
    """LAK Kip · Lao Kip."""
    LBP = "LBP", "Libra libanesa", "Lebanese Pound", 2
    """LBP Libra libanesa · Lebanese Pound."""
    LKR = "LKR", "Rupia de Sri Lanka", "Sri Lanka Rupee", 2
    """LKR Rupia de Sri Lanka · Sri Lanka Rupee."""
    LRD = "LRD", "Dólar liberiano", "Liberian Dollar", 2
    """LRD Dólar liberiano · Liberian Dollar."""
    LSL = "LSL", "Loti", "Loti", 2
    """LSL Loti · Loti."""
    LYD = "LYD", "Dinar libio", "Libyan Dinar", 3
    """LYD Dinar libio · Libyan Dinar."""
    MAD = "MAD", "Dirham marroquí", "Moroccan Dirham", 2
    """MAD Dirham marroquí · Moroccan Dirham."""
    MDL = "MDL", "Leu moldavo", "Moldovan Leu", 2
    """MDL Leu moldavo · Moldovan Leu."""
    MGA = "MGA", "Ariary malgache", "Malagasy Ariary", 2
    """MGA Ariary malgache · Malagasy Ariary."""
    MKD = "MKD", "Denar", "Denar", 2
    """MKD Denar · Denar."""
    MMK = "MMK", "Kyat", "Kyat", 2
    """MMK Kyat · Kyat."""
    MNT = "MNT", "Tugrik", "Tugrik", 2
    """MNT Tugrik · Tugrik."""
    MOP = "MOP", "Pataca", "Pataca", 2
    """MOP Pataca · Pataca."""
    MRO = "MRO", "Ouguiya", "Mauritanian ouguiya (until 2017)", 2
    """MRO Ouguiya · Mauritanian ouguiya (until 2017)."""
    MUR = "MUR", "Rupia de Mauricio", "Mauritius Rupee", 2
    """MUR Rupia de Mauricio · Mauritius Rupee."""
    MVR = "MVR", "Rupia", "Rufiyaa", 2
    """MVR Rupia · Rufiyaa."""
    MWK = "MWK", "Kwacha", "Malawi Kwacha", 2
    """MWK Kwacha · Malawi Kwacha."""
    MXN = "MXN", "Peso Mexicano", "Mexican Peso", 2
    """MXN Peso Mexicano · Mexican Peso."""
    MXV = "MXV", "México Unidad de Inversión (UDI)", "Mexican Unidad de Inversion (UDI)", 2
    """MXV México Unidad de Inversión (UDI) · Mexican Unidad de Inversion (UDI)."""
    MYR = "MYR", "Ringgit malayo", "Malaysian Ringgit", 2
    """MYR Ringgit malayo · Malaysian Ringgit."""
    MZN = "MZN", "Mozambique Metical", "Mozambique Metical", 2
    """MZN Mozambique Metical · Mozambique Metical."""
    NAD = "NAD", "Dólar de Namibia", "Namibia Dollar", 2
    """NAD Dólar de Namibia · Namibia Dollar."""
    NGN = "NGN", "Naira", "Naira", 2
    """NGN Naira · Naira."""
    NIC = "NIC", "Córdoba (Nicaragua)", "Nicaraguan cordoba", 2
    """NIC Córdoba (Nicaragua) · Nicaraguan cordoba."""
    NIO = "NIO", "Córdoba Oro", "Cordoba Oro", 2
    """NIO Córdoba Oro · Cordoba Oro."""
    NOK = "NOK", "Corona noruega", "Norwegian Krone", 2
    """NOK Corona noruega · Norwegian Krone."""
    NPR = "NPR", "Rupia nepalí", "Nepalese Rupee", 2
    """NPR Rupia nepalí · Nepalese Rupee."""
    NZD = "NZD", "Dólar de Nueva Zelanda", "New Zealand Dollar", 2
    """NZD Dólar de Nueva Zelanda · New Zealand Dollar."""
    OMR = "OMR", "Rial omaní", "Rial Omani", 3
    """OMR Rial omaní · Rial Omani."""
    PAB = "PAB", "Balboa", "Balboa", 2
    """PAB Balboa · Balboa."""
    PEN = "PEN", "Nuevo Sol", "Sol", 2
    """PEN Nuevo Sol · Sol."""
    PGK = "PGK", "Kina", "Kina", 2
    """PGK Kina · Kina."""
    PHP = "PHP", "Peso filipino", "Philippine Peso", 2
    """PHP Peso filipino · Philippine Peso."""
    PKR = "PKR", "Rupia de Pakistán", "Pakistan Rupee", 2
    """PKR Rupia de Pakistán · Pakistan Rupee."""
    PLN = "PLN", "Zloty", "Zloty", 2
    """PLN Zloty · Zloty."""
    PYG = "PYG", "Guaraní", "Guarani", 0
    """PYG Guaraní · Guarani."""
    QAR = "QAR", "Qatar Rial", "Qatari Rial", 2
    """QAR Qatar Rial · Qatari Rial."""
    RON = "RON", "Leu rumano", "Romanian Leu", 2
    """RON Leu rumano · Romanian Leu."""
    RSD = "RSD", "Dinar serbio", "Serbian Dinar", 2
    """RSD Dinar serbio · Serbian Dinar."""
    RUB = "RUB", "Rublo ruso", "Russian Ruble", 2
    """RUB Rublo ruso · Russian Ruble."""
    RWF = "RWF", "Franco ruandés", "Rwanda Franc", 0
    """RWF Franco ruandés · Rwanda Franc."""
    SAR = "SAR", "Riyal saudí", "Saudi Riyal", 2
    """SAR Riyal saudí · Saudi Riyal."""
    SBD = "SBD", "Dólar de las Islas Salomón", "Solomon Islands Dollar", 2
    """SBD Dólar de las Islas Salomón · Solomon Islands Dollar."""
    SCR = "SCR", "Rupia de Seychelles", "Seychelles Rupee", 2
    """SCR Rupia de Seychelles · Seychelles Rupee."""
    SDG = "SDG", "Libra sudanesa", "Sudanese Pound", 2
    """SDG Libra sudanesa · Sudanese Pound."""
    SEK = "SEK", "Corona sueca", "Swedish Krona", 2
    """SEK Corona sueca · Swedish Krona."""
    SGD = "SGD", "Dólar De Singapur", "Singapore Dollar", 2
    """SGD Dólar De Singapur · Singapore Dollar."""
    SHP = "SHP", "Libra de Santa Helena", "Saint Helena Pound", 2
    """SHP Libra de Santa Helena · Saint Helena Pound."""
    SLL = "SLL", "Leona", "Sierra Leonean leone (until 2022)", 2
    """SLL Leona · Sierra Leonean leone (until 2022)."""
    SOS = "SOS", "Chelín somalí", "Somali Shilling", 2
    """SOS Chelín somalí · Somali Shilling."""
    SRD = "SRD", "Dólar de Suriname", "Surinam Dollar", 2
    """SRD Dólar de Suriname · Surinam Dollar."""
    SSP = "SSP", "Libra sudanesa Sur", "South Sudanese Pound", 2
    """SSP Libra sudanesa Sur · South Sudanese Pound."""
    STD = "STD", "Dobra", "Sao Tome dobra (until 2017)", 2
    """STD Dobra · Sao Tome dobra (until 2017)."""
    SVC = "SVC", "Colon El Salvador", "El Salvador Colon", 2
    """SVC Colon El Salvador · El Salvador Colon."""
    SYP = "SYP", "Libra Siria", "Syrian Pound", 2
    """SYP Libra Siria · Syrian Pound."""
    SZL = "SZL", "Lilangeni", "Lilangeni", 2
    """SZL Lilangeni · Lilangeni."""
    THB = "THB", "Baht", "Baht", 2
    """THB Baht · Baht."""
    TJS = "TJS", "Somoni", "Somoni", 2
    """TJS Somoni · Somoni."""
    TMT = "TMT", "Turkmenistán nuevo manat", "Turkmenistan New Manat", 2
    """TMT Turkmenistán nuevo manat · Turkmenistan New Manat."""
    TND = "TND", "Dinar tunecino", "Tunisian Dinar", 3
    """TND Dinar tunecino · Tunisian Dinar."""
    TOP = "TOP", "Pa'anga", "Pa'anga", 2
    """TOP Pa'anga · Pa'anga."""
    TRY = "TRY", "Lira turca", "Turkish Lira", 2
    """TRY Lira turca · Turkish Lira."""
    TTD = "TTD", "Dólar de Trinidad y Tobago", "Trinidad and Tobago Dollar", 2
    """TTD Dólar de Trinidad y Tobago · Trinidad and Tobago Dollar."""
    TWD = "TWD", "Nuevo dólar de Taiwán", "New Taiwan Dollar", 2
    """TWD Nuevo dólar de Taiwán · New Taiwan Dollar."""
    TZS = "TZS", "Shilling tanzano", "Tanzanian Shilling", 2
    """TZS Shilling tanzano · Tanzanian Shilling."""
    UAH = "UAH", "Hryvnia", "Hryvnia", 2
    """UAH Hryvnia · Hryvnia."""
    UGX = "UGX", "Shilling de Uganda", "Uganda Shilling", 0
    """UGX Shilling de Uganda · Uganda Shilling."""
    USD = "USD", "Dólar americano", "US Dollar", 2
    """USD Dólar americano · US Dollar."""
    USN = "USN", "Dólar estadounidense (día siguiente)", "US Dollar (Next day)", 2
    """USN Dólar estadounidense (día siguiente) · US Dollar (Next day)."""
    UYI = (
        "UYI",
        "Peso Uruguay en Unidades Indexadas (URUIURUI)",
        "Uruguay Peso en Unidades Indexadas (UI)",
        0,
    )
    """UYI Peso Uruguay en Unidades Indexadas (URUIURUI) ·
    Uruguay Peso en Unidades Indexadas (UI)."""
    UYP = "UYP", "Uruguay (Peso)", "Uruguayan peso (former)", 2
    """UYP Uruguay (Peso) · Uruguayan peso (former)."""
    UYU = "UYU", "Peso Uruguayo", "Peso Uruguayo", 2
    """UYU Peso Uruguayo · Peso Uruguayo."""
    UZS = "UZS", "Uzbekistán Sum", "Uzbekistan Sum", 2
    """UZS Uzbekistán Sum · Uzbekistan Sum."""
    VEF = "VEF", "Bolívar", "Venezuelan bolivar (until 2018)", 2
    """VEF Bolívar · Venezuelan bolivar (until 2018)."""
    VES = "VES", "Bolívar digital (Venezuela)", "Bolívar Soberano", 2
    """VES Bolívar digital (Venezuela) · Bolívar Soberano."""
    VND = "VND", "Dong", "Dong", 0
    """VND Dong · Dong."""
    VUV = "VUV", "Vatu", "Vatu", 0
    """VUV Vatu · Vatu."""
    WST = "WST", "Tala", "Tala", 2
    """WST Tala · Tala."""
    XAF = "XAF", "Franco CFA BEAC", "CFA Franc BEAC", 0
    """XAF Franco CFA BEAC · CFA Franc BEAC."""
    XAG = "XAG", "Plata", "Silver", 0
    """XAG Plata · Silver."""
    XAU = "XAU", "Oro", "Gold", 0
    """XAU Oro · Gold."""
    XBA = (
        "XBA",
        "Unidad de Mercados de Bonos Unidad Europea Composite (EURCO)",
        "Bond Markets Unit European Composite Unit (EURCO)",
        0,
    )
    """XBA Unidad de Mercados de Bonos Unidad Europea Composite (EURCO) ·
    Bond Markets Unit European Composite Unit (EURCO)."""
    XBB = (
        "XBB",
        "Unidad Monetaria de Bonos de Mercados Unidad Europea (UEM-6)",
        "Bond Markets Unit European Monetary Unit (E.M.U.-6)",
        0,
    )
    """XBB Unidad Monetaria de Bonos de Mercados Unidad Europea (UEM-6) ·
    Bond Markets Unit European Monetary Unit (E.M.U.-6)."""
    XBC = (
        "XBC",
        "Mercados de Bonos Unidad Europea unidad de cuenta a 9 (UCE-9)",
        "Bond Markets Unit European Unit of Account 9 (E.U.A.-9)",
        0,
    )
    """XBC Mercados de Bonos Unidad Europea unidad de cuenta a 9 (UCE-9) ·
    Bond Markets Unit European Unit of Account 9 (E.U.A.-9)."""
    XBD = (
        "XBD",
        "Mercados de Bonos Unidad Europea unidad de cuenta a 17 (UCE-17)",
        "Bond Markets Unit European Unit of Account 17 (E.U.A.-17)",
        0,
    )
    """XBD Mercados de Bonos Unidad Europea unidad de cuenta a 17 (UCE-17) ·
    Bond Markets Unit European Unit of Account 17 (E.U.A.-17)."""
    XCD = "XCD", "Dólar del Caribe Oriental", "East Caribbean Dollar", 2
    """XCD Dólar del Caribe Oriental · East Caribbean Dollar."""
    XDR = "XDR", "DEG (Derechos Especiales de Giro)", "SDR (Special Drawing Right)", 0
    """XDR DEG (Derechos Especiales de Giro) · SDR (Special Drawing Right)."""
    XOF = "XOF", "Franco CFA BCEAO", "CFA Franc BCEAO", 0
    """XOF Franco CFA BCEAO · CFA Franc BCEAO."""
    XPD = "XPD", "Paladio", "Palladium", 0
    """XPD Paladio · Palladium."""
    XPF = "XPF", "Franco CFP", "CFP Franc", 0
    """XPF Franco CFP · CFP Franc."""
    XPT = "XPT", "Platino", "Platinum", 0
    """XPT Platino · Platinum."""
    XSU = "XSU", "Sucre", "Sucre", 0
    """XSU Sucre · Sucre."""
    XTS = (
        "XTS",
        "Códigos reservados específicamente para propósitos de prueba",
        "Codes specifically reserved for testing purposes",
        0,
    )
    """XTS Códigos reservados específicamente para propósitos de prueba ·
    Codes specifically reserved for testing purposes."""
    XUA = "XUA", "Unidad ADB de Cuenta", "ADB Unit of Account", 0
    """XUA Unidad ADB de Cuenta · ADB Unit of Account."""
    XXX = (
        "XXX",
        "Los códigos asignados para las transacciones en que intervenga ninguna moneda",
        "No currency",
        0,
    )
    """XXX Los códigos asignados para las transacciones en que intervenga ninguna moneda ·
    No currency."""
    YER = "YER", "Rial yemení", "Yemeni Rial", 2
    """YER Rial yemení · Yemeni Rial."""
    ZAR = "ZAR", "Rand", "Rand", 2
    """ZAR Rand · Rand."""
    ZMW = "ZMW", "Kwacha zambiano", "Zambian Kwacha", 2
    """ZMW Kwacha zambiano · Zambian Kwacha."""
    ZWL = "ZWL", "Zimbabwe Dólar", "Zimbabwe dollar", 2
    """ZWL Zimbabwe Dólar · Zimbabwe dollar."""
