# Written by `make catalogs` from scripts/catalogs.yaml; never edited.
"""Currency: c_Moneda of the SAT."""

from .code import CurrencyCode


class Currency(CurrencyCode):
    """The currency of an invoice (`currency`), with the decimals of its amounts."""

    AED = "AED", "Dirham de EAU", "UAE Dirham", 2
    AFN = "AFN", "Afghani", "Afghani", 2
    ALL = "ALL", "Lek", "Lek", 2
    AMD = "AMD", "Dram armenio", "Armenian Dram", 2
    ANG = "ANG", "Florín antillano neerlandés", "Netherlands Antillean guilder", 2
    AOA = "AOA", "Kwanza", "Kwanza", 2
    ARS = "ARS", "Peso Argentino", "Argentine Peso", 2
    AUD = "AUD", "Dólar Australiano", "Australian Dollar", 2
    AWG = "AWG", "Aruba Florin", "Aruban Florin", 2
    AZN = "AZN", "Azerbaijanian Manat", "Azerbaijan Manat", 2
    BAM = "BAM", "Convertibles marca", "Convertible Mark", 2
    BBD = "BBD", "Dólar de Barbados", "Barbados Dollar", 2
    BDT = "BDT", "Taka", "Taka", 2
    BGN = "BGN", "Lev búlgaro", "Bulgarian lev", 2
    BHD = "BHD", "Dinar de Bahrein", "Bahraini Dinar", 3
    BIF = "BIF", "Burundi Franc", "Burundi Franc", 0
    BMD = "BMD", "Dólar de Bermudas", "Bermudian Dollar", 2
    BND = "BND", "Dólar de Brunei", "Brunei Dollar", 2
    BOB = "BOB", "Boliviano", "Boliviano", 2
    BOV = "BOV", "Mvdol", "Mvdol", 2
    BRL = "BRL", "Real brasileño", "Brazilian Real", 2
    BSD = "BSD", "Dólar de las Bahamas", "Bahamian Dollar", 2
    BTN = "BTN", "Ngultrum", "Ngultrum", 2
    BWP = "BWP", "Pula", "Pula", 2
    BYR = "BYR", "Rublo bielorruso", "Belarusian ruble (until 2016)", 0
    BZD = "BZD", "Dólar de Belice", "Belize Dollar", 2
    CAD = "CAD", "Dólar Canadiense", "Canadian Dollar", 2
    CDF = "CDF", "Franco congoleño", "Congolese Franc", 2
    CHE = "CHE", "WIR Euro", "WIR Euro", 2
    CHF = "CHF", "Franco Suizo", "Swiss Franc", 2
    CHW = "CHW", "Franc WIR", "WIR Franc", 2
    CLF = "CLF", "Unidad de Fomento", "Unidad de Fomento", 4
    CLP = "CLP", "Peso chileno", "Chilean Peso", 0
    CNH = "CNH", "Yuan extracontinental (China )", "Offshore yuan (China)", 2
    CNY = "CNY", "Yuan Renminbi", "Yuan Renminbi", 2
    COP = "COP", "Peso Colombiano", "Colombian Peso", 2
    COU = "COU", "Unidad de Valor real", "Unidad de Valor Real", 2
    CRC = "CRC", "Colón costarricense", "Costa Rican Colon", 2
    CUC = "CUC", "Peso Convertible", "Cuban convertible peso", 2
    CUP = "CUP", "Peso Cubano", "Cuban Peso", 2
    CVE = "CVE", "Cabo Verde Escudo", "Cabo Verde Escudo", 2
    CZK = "CZK", "Corona checa", "Czech Koruna", 2
    DJF = "DJF", "Franco de Djibouti", "Djibouti Franc", 0
    DKK = "DKK", "Corona danesa", "Danish Krone", 2
    DOP = "DOP", "Peso Dominicano", "Dominican Peso", 2
    DZD = "DZD", "Dinar argelino", "Algerian Dinar", 2
    EGP = "EGP", "Libra egipcia", "Egyptian Pound", 2
    ERN = "ERN", "Nakfa", "Nakfa", 2
    ESD = "ESD", "Dólar de Ecuador", "Dollar of Ecuador", 2
    ETB = "ETB", "Birr etíope", "Ethiopian Birr", 2
    EUR = "EUR", "Euro", "Euro", 2
    FJD = "FJD", "Dólar de Fiji", "Fiji Dollar", 2
    FKP = "FKP", "Libra malvinense", "Falkland Islands Pound", 2
    GBP = "GBP", "Libra Esterlina", "Pound Sterling", 2
    GEL = "GEL", "Lari", "Lari", 2
    GHS = "GHS", "Cedi de Ghana", "Ghana Cedi", 2
    GIP = "GIP", "Libra de Gibraltar", "Gibraltar Pound", 2
    GMD = "GMD", "Dalasi", "Dalasi", 2
    GNF = "GNF", "Franco guineano", "Guinean Franc", 0
    GTQ = "GTQ", "Quetzal", "Quetzal", 2
    GYD = "GYD", "Dólar guyanés", "Guyana Dollar", 2
    HKD = "HKD", "Dólar De Hong Kong", "Hong Kong Dollar", 2
    HNL = "HNL", "Lempira", "Lempira", 2
    HRK = "HRK", "Kuna", "Croatian kuna", 2
    HTG = "HTG", "Gourde", "Gourde", 2
    HUF = "HUF", "Florín", "Forint", 2
    IDR = "IDR", "Rupia", "Rupiah", 2
    ILS = "ILS", "Nuevo Shekel Israelí", "New Israeli Sheqel", 2
    INR = "INR", "Rupia india", "Indian Rupee", 2
    IQD = "IQD", "Dinar iraquí", "Iraqi Dinar", 3
    IRR = "IRR", "Rial iraní", "Iranian Rial", 2
    ISK = "ISK", "Corona islandesa", "Iceland Krona", 0
    JMD = "JMD", "Dólar Jamaiquino", "Jamaican Dollar", 2
    JOD = "JOD", "Dinar jordano", "Jordanian Dinar", 3
    JPY = "JPY", "Yen", "Yen", 0
    KES = "KES", "Chelín keniano", "Kenyan Shilling", 2
    KGS = "KGS", "Som", "Som", 2
    KHR = "KHR", "Riel", "Riel", 2
    KMF = "KMF", "Franco Comoro", "Comorian Franc", 0
    KPW = "KPW", "Corea del Norte ganó", "North Korean Won", 2
    KRW = "KRW", "Won", "Won", 0
    KWD = "KWD", "Dinar kuwaití", "Kuwaiti Dinar", 3
    KYD = "KYD", "Dólar de las Islas Caimán", "Cayman Islands Dollar", 2
    KZT = "KZT", "Tenge", "Tenge", 2
    LAK = "LAK", "Kip", "Lao Kip", 2
    LBP = "LBP", "Libra libanesa", "Lebanese Pound", 2
    LKR = "LKR", "Rupia de Sri Lanka", "Sri Lanka Rupee", 2
    LRD = "LRD", "Dólar liberiano", "Liberian Dollar", 2
    LSL = "LSL", "Loti", "Loti", 2
    LYD = "LYD", "Dinar libio", "Libyan Dinar", 3
    MAD = "MAD", "Dirham marroquí", "Moroccan Dirham", 2
    MDL = "MDL", "Leu moldavo", "Moldovan Leu", 2
    MGA = "MGA", "Ariary malgache", "Malagasy Ariary", 2
    MKD = "MKD", "Denar", "Denar", 2
    MMK = "MMK", "Kyat", "Kyat", 2
    MNT = "MNT", "Tugrik", "Tugrik", 2
    MOP = "MOP", "Pataca", "Pataca", 2
    MRO = "MRO", "Ouguiya", "Mauritanian ouguiya (until 2017)", 2
    MUR = "MUR", "Rupia de Mauricio", "Mauritius Rupee", 2
    MVR = "MVR", "Rupia", "Rufiyaa", 2
    MWK = "MWK", "Kwacha", "Malawi Kwacha", 2
    MXN = "MXN", "Peso Mexicano", "Mexican Peso", 2
    MXV = "MXV", "México Unidad de Inversión (UDI)", "Mexican Unidad de Inversion (UDI)", 2
    MYR = "MYR", "Ringgit malayo", "Malaysian Ringgit", 2
    MZN = "MZN", "Mozambique Metical", "Mozambique Metical", 2
    NAD = "NAD", "Dólar de Namibia", "Namibia Dollar", 2
    NGN = "NGN", "Naira", "Naira", 2
    NIC = "NIC", "Córdoba (Nicaragua)", "Nicaraguan cordoba", 2
    NIO = "NIO", "Córdoba Oro", "Cordoba Oro", 2
    NOK = "NOK", "Corona noruega", "Norwegian Krone", 2
    NPR = "NPR", "Rupia nepalí", "Nepalese Rupee", 2
    NZD = "NZD", "Dólar de Nueva Zelanda", "New Zealand Dollar", 2
    OMR = "OMR", "Rial omaní", "Rial Omani", 3
    PAB = "PAB", "Balboa", "Balboa", 2
    PEN = "PEN", "Nuevo Sol", "Sol", 2
    PGK = "PGK", "Kina", "Kina", 2
    PHP = "PHP", "Peso filipino", "Philippine Peso", 2
    PKR = "PKR", "Rupia de Pakistán", "Pakistan Rupee", 2
    PLN = "PLN", "Zloty", "Zloty", 2
    PYG = "PYG", "Guaraní", "Guarani", 0
    QAR = "QAR", "Qatar Rial", "Qatari Rial", 2
    RON = "RON", "Leu rumano", "Romanian Leu", 2
    RSD = "RSD", "Dinar serbio", "Serbian Dinar", 2
    RUB = "RUB", "Rublo ruso", "Russian Ruble", 2
    RWF = "RWF", "Franco ruandés", "Rwanda Franc", 0
    SAR = "SAR", "Riyal saudí", "Saudi Riyal", 2
    SBD = "SBD", "Dólar de las Islas Salomón", "Solomon Islands Dollar", 2
    SCR = "SCR", "Rupia de Seychelles", "Seychelles Rupee", 2
    SDG = "SDG", "Libra sudanesa", "Sudanese Pound", 2
    SEK = "SEK", "Corona sueca", "Swedish Krona", 2
    SGD = "SGD", "Dólar De Singapur", "Singapore Dollar", 2
    SHP = "SHP", "Libra de Santa Helena", "Saint Helena Pound", 2
    SLL = "SLL", "Leona", "Sierra Leonean leone (until 2022)", 2
    SOS = "SOS", "Chelín somalí", "Somali Shilling", 2
    SRD = "SRD", "Dólar de Suriname", "Surinam Dollar", 2
    SSP = "SSP", "Libra sudanesa Sur", "South Sudanese Pound", 2
    STD = "STD", "Dobra", "Sao Tome dobra (until 2017)", 2
    SVC = "SVC", "Colon El Salvador", "El Salvador Colon", 2
    SYP = "SYP", "Libra Siria", "Syrian Pound", 2
    SZL = "SZL", "Lilangeni", "Lilangeni", 2
    THB = "THB", "Baht", "Baht", 2
    TJS = "TJS", "Somoni", "Somoni", 2
    TMT = "TMT", "Turkmenistán nuevo manat", "Turkmenistan New Manat", 2
    TND = "TND", "Dinar tunecino", "Tunisian Dinar", 3
    TOP = "TOP", "Pa'anga", "Pa'anga", 2
    TRY = "TRY", "Lira turca", "Turkish Lira", 2
    TTD = "TTD", "Dólar de Trinidad y Tobago", "Trinidad and Tobago Dollar", 2
    TWD = "TWD", "Nuevo dólar de Taiwán", "New Taiwan Dollar", 2
    TZS = "TZS", "Shilling tanzano", "Tanzanian Shilling", 2
    UAH = "UAH", "Hryvnia", "Hryvnia", 2
    UGX = "UGX", "Shilling de Uganda", "Uganda Shilling", 0
    USD = "USD", "Dólar americano", "US Dollar", 2
    USN = "USN", "Dólar estadounidense (día siguiente)", "US Dollar (Next day)", 2
    UYI = (
        "UYI",
        "Peso Uruguay en Unidades Indexadas (URUIURUI)",
        "Uruguay Peso en Unidades Indexadas (UI)",
        0,
    )
    UYP = "UYP", "Uruguay (Peso)", "Uruguayan peso (former)", 2
    UYU = "UYU", "Peso Uruguayo", "Peso Uruguayo", 2
    UZS = "UZS", "Uzbekistán Sum", "Uzbekistan Sum", 2
    VEF = "VEF", "Bolívar", "Venezuelan bolivar (until 2018)", 2
    VES = "VES", "Bolívar digital (Venezuela)", "Bolívar Soberano", 2
    VND = "VND", "Dong", "Dong", 0
    VUV = "VUV", "Vatu", "Vatu", 0
    WST = "WST", "Tala", "Tala", 2
    XAF = "XAF", "Franco CFA BEAC", "CFA Franc BEAC", 0
    XAG = "XAG", "Plata", "Silver", 0
    XAU = "XAU", "Oro", "Gold", 0
    XBA = (
        "XBA",
        "Unidad de Mercados de Bonos Unidad Europea Composite (EURCO)",
        "Bond Markets Unit European Composite Unit (EURCO)",
        0,
    )
    XBB = (
        "XBB",
        "Unidad Monetaria de Bonos de Mercados Unidad Europea (UEM-6)",
        "Bond Markets Unit European Monetary Unit (E.M.U.-6)",
        0,
    )
    XBC = (
        "XBC",
        "Mercados de Bonos Unidad Europea unidad de cuenta a 9 (UCE-9)",
        "Bond Markets Unit European Unit of Account 9 (E.U.A.-9)",
        0,
    )
    XBD = (
        "XBD",
        "Mercados de Bonos Unidad Europea unidad de cuenta a 17 (UCE-17)",
        "Bond Markets Unit European Unit of Account 17 (E.U.A.-17)",
        0,
    )
    XCD = "XCD", "Dólar del Caribe Oriental", "East Caribbean Dollar", 2
    XDR = "XDR", "DEG (Derechos Especiales de Giro)", "SDR (Special Drawing Right)", 0
    XOF = "XOF", "Franco CFA BCEAO", "CFA Franc BCEAO", 0
    XPD = "XPD", "Paladio", "Palladium", 0
    XPF = "XPF", "Franco CFP", "CFP Franc", 0
    XPT = "XPT", "Platino", "Platinum", 0
    XSU = "XSU", "Sucre", "Sucre", 0
    XTS = (
        "XTS",
        "Códigos reservados específicamente para propósitos de prueba",
        "Codes specifically reserved for testing purposes",
        0,
    )
    XUA = "XUA", "Unidad ADB de Cuenta", "ADB Unit of Account", 0
    XXX = (
        "XXX",
        "Los códigos asignados para las transacciones en que intervenga ninguna moneda",
        "No currency",
        0,
    )
    YER = "YER", "Rial yemení", "Yemeni Rial", 2
    ZAR = "ZAR", "Rand", "Rand", 2
    ZMW = "ZMW", "Kwacha zambiano", "Zambian Kwacha", 2
    ZWL = "ZWL", "Zimbabwe Dólar", "Zimbabwe dollar", 2
