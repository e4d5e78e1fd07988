import { nameKey } from './name-key.ts';

/** ISO 3166-1 of 2026: the codes of two letters, each with that of three behind it; XK is in common use for Kosovo. */
const CODES = `
  ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB BDBGD BEBEL
  BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD
  CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA
  DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF
  GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN
  IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA
  KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE
  MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM
  NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM
  PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN
  SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL
  TLTLS TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR
  VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF ZMZMB ZWZWE
  XKXKX`;

/** Names in use beside those that Unicode's data gives (CLDR, by the runtime). */
const ALSO: Readonly<Record<string, string>> = {
  america: 'USA',
  'united states of america': 'USA',
  us: 'USA',
  britain: 'GBR',
  'great britain': 'GBR',
  england: 'GBR',
  uk: 'GBR',
  turkey: 'TUR',
  holland: 'NLD',
  'czech republic': 'CZE',
  burma: 'MMR',
  'ivory coast': 'CIV',
  congo: 'COG',
  'dr congo': 'COD',
  drc: 'COD',
  palestine: 'PSE',
  uae: 'ARE',
  emirates: 'ARE',
  vatican: 'VAT',
  swaziland: 'SWZ',
  'cape verde': 'CPV',
  'east timor': 'TLS',
  macedonia: 'MKD',
  korea: 'KOR',
  'russian federation': 'RUS',
  'hong kong': 'HKG',
  macau: 'MAC',
  syria: 'SYR',
  laos: 'LAO',
  moldova: 'MDA',
  brunei: 'BRN',
};
/** Languages in which people write names of countries here. */
const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt', 'tr', 'ru', 'ar', 'fa', 'he', 'el', 'pl', 'nl', 'zh', 'ja'];

/** A country by its code of three letters. */
export interface Country {
  code: string;
  name: string;
}

let made: { list: Country[]; byName: Map<string, string> } | null = null;

function countries() {
  if (made) return made;
  const byName = new Map<string, string>(Object.entries(ALSO));
  const names = LANGUAGES.map((language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }));
  const list = CODES.trim()
    .split(/\s+/)
    .map((pair) => {
      const [two, code] = [pair.slice(0, 2), pair.slice(2)];
      for (const each of names) {
        const name = each.of(two);
        if (name !== undefined) byName.set(nameKey(name), code);
      }
      byName.set(two.toLowerCase(), code).set(code.toLowerCase(), code);
      return { code, name: names[0]!.of(two) ?? code };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  made = { list, byName };
  return made;
}

/** Every country by its English name. */
export function allCountries(): readonly Country[] {
  return countries().list;
}

/** The code of a country by a code of two or three letters or a name in one of several languages; null where it is none. */
export function countryCode(text: string): string | null {
  return countries().byName.get(nameKey(text)) ?? null;
}
