/**
 * Code lists of EN 16931, as the validation artefacts of the standard hold invoices to them (rules BR-CL-*). Source:
 * ConnectingEurope/eInvoicing-EN16931, `EN16931-UBL-codes.sch` and `EN16931-CII-codes.sch`. Units and countries have files of
 * their own.
 */
export const codesOf = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** UNTDID 1001, BT-3: what asks for money, and what gives back (BR-CL-01). */
export const documentTypes = {
  invoice: codesOf(`71 80 81 82 84 102 130 202 203 204 211 218 219 295 325 326 331 380 382 383 384 385 386 387 388 389 390 393
    394 395 456 457 471 472 473 500 501 502 503 527 553 575 623 633 751 780 817 870 875 876 877 935`),
  credit_note: codesOf('81 83 261 262 296 308 381 396 420 458 532'),
};

/** UNTDID 2005 as the standard restricts it, BT-8: date of the invoice, of delivery, of payment (BR-CL-06). */
export const taxPointCodes = codesOf('3 35 432');

/** UNTDID 4461, BT-81 (BR-CL-16). */
export const paymentMeans = codesOf(`1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34
  35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 69 70 74 75 76 77 78 91
  92 93 94 95 96 97 98 ZZZ`);

/** Of those the ones by which the buyer's account is debited: in general, and in SEPA. */
export const directDebits = codesOf('49 59');

/** What an attached document may be, BT-125-1 (BR-CL-24). */
export const mimeCodes = codesOf(`application/pdf image/png image/jpeg text/csv
  application/vnd.openxmlformats-officedocument.spreadsheetml.sheet application/vnd.oasis.opendocument.spreadsheet`);

/** UNTDID 5189, BT-98 and BT-140 (BR-CL-19). */
export const allowanceReasons = codesOf('41 42 60 62 63 64 65 66 67 68 70 71 88 95 100 102 103 104 105');

/** UNTDID 7161, BT-105 and BT-145 (BR-CL-20). */
export const chargeReasons = codesOf(`AA AAA AAC AAD AAE AAF AAH AAI AAS AAT AAV AAY AAZ ABA ABB ABC ABD ABF ABK ABL ABN ABR ABS
  ABT ABU ACF ACG ACH ACI ACJ ACK ACL ACM ACS ADC ADE ADJ ADK ADL ADM ADN ADO ADP ADQ ADR ADT ADW ADY ADZ AEA AEB AEC AED AEF
  AEH AEI AEJ AEK AEL AEM AEN AEO AEP AES AET AEU AEV AEW AEX AEY AEZ AJ AU CA CAB CAD CAE CAF CAI CAJ CAK CAL CAM CAN CAO CAP
  CAQ CAR CAS CAT CAU CAV CAW CAX CAY CAZ CD CG CS CT DAB DAD DAC DAF DAG DAH DAI DAJ DAK DAL DAM DAN DAO DAP DAQ DL EG EP ER
  FAA FAB FAC FC FH FI GAA HAA HD HH IAA IAB ID IF IR IS KO L1 LA LAA LAB LF MAE MI ML NAA OA PA PAA PC PL PRV RAB RAC RAD RAF
  RE RF RH RV SA SAA SAD SAE SAI SG SH SM SU TAB TAC TT TV V1 V2 WH XAA YY ZZZ`);

/** UNTDID 7143, BT-158-1 (BR-CL-13). */
export const classificationLists = codesOf(`AA AB AC AD AE AF AG AH AI AJ AK AL AM AN AO AP AQ AR AS AT AU AV AW AX AY AZ BA BB BC
  BD BE BF BG BH BI BJ BK BL BM BN BO BP BQ BR BS BT BU BV BW BX BY BZ CC CG CL CR CV DR DW EC EF EMD EN FS GB GN GMN GS HS IB
  IN IS IT IZ MA MF MN MP NB ON PD PL PO PPI PV QS RC RN RU RY SA SG SK SN SRS SRT SRU SRV SRW SRX SRY SRZ SS SSA SSB SSC SSD
  SSE SSF SSG SSH SSI SSJ SSK SSL SSM SSN SSO SSP SSQ SSR SSS SST SSU SSV SSW SSX SSY SSZ ST STA STB STC STD STE STF STG STH STI
  STJ STK STL STM STN STO STP STQ STR STS STT STU STV STW STX STY STZ SUA SUB SUC SUD SUE SUF SUG SUH SUI SUJ SUK SUL SUM TG TSN
  TSO TSP TSQ TSR TSS TST TSU UA UP VN VP VS VX ZZZ`);

/** Reasons for an exemption, BT-121: those of the EU's directive, and of France (BR-CL-22). */
export const exemptionReasons: ReadonlySet<string> = new Set([
  ...[
    ...codesOf(`79-C 132 132-1A 132-1B 132-1C 132-1D 132-1E 132-1F 132-1G 132-1H 132-1I 132-1J 132-1K 132-1L 132-1M 132-1N 132-1O
      132-1P 132-1Q 135-1 143 143-1A 143-1B 143-1C 143-1D 143-1E 143-1F 143-1FA 143-1G 143-1H 143-1I 143-1J 143-1K 143-1L 144
      146-1E 148 148-A 148-B 148-C 148-D 148-E 148-F 148-G 151 151-1A 151-1AA 151-1B 151-1C 151-1D 151-1E 153 159 309 AE D F G I
      IC J O`),
  ].map((code) => `VATEX-EU-${code}`),
  ...[
    ...codesOf(`298SEXDECIESA AE CGI261-1 CGI261-2 CGI261-3 CGI261-4 CGI261-5 CGI261-7 CGI261-8 CGI261A CGI261B CGI261C-1
      CGI261C-2 CGI261C-3 CGI261D-1 CGI261D-1BIS CGI261D-2 CGI261D-3 CGI261D-4 CGI261E-1 CGI261E-2 CGI275 CGI277A CGI295 CNWVAT
      FRANCHISE`),
  ].map((code) => `VATEX-FR-${code}`),
]);

/** Schemes of electronic addresses (EAS), BT-34-1 and BT-49-1 (BR-CL-25). */
export const addressSchemes = codesOf(`0002 0007 0009 0037 0060 0088 0096 0097 0106 0130 0135 0142 0147 0151 0154 0158 0170 0177
  0183 0184 0188 0190 0191 0192 0193 0194 0195 0196 0198 0199 0200 0201 0202 0203 0204 0205 0208 0209 0210 0211 0212 0213 0215
  0216 0217 0218 0219 0220 0221 0225 0230 0235 0240 0244 9910 9913 9914 9915 9918 9919 9920 9922 9923 9924 9925 9926 9927 9928
  9929 9930 9931 9932 9933 9934 9935 9936 9937 9938 9939 9940 9941 9942 9943 9944 9945 9946 9947 9948 9949 9950 9951 9952 9953
  9957 9959 AN AQ AS AU EM`);

/** Numbers between those of ISO 6523 that were never given out, or taken back. */
const notIssued = codesOf('0092 0103 0181 0182');

/** ISO 6523 (ICD): the schemes of identifiers, 0002 to 0244 (BR-CL-10, -11, -21 and -26). */
export const isIdentifierScheme = (code: string): boolean =>
  /^0\d{3}$/.test(code) && code >= '0002' && code <= '0244' && !notIssued.has(code);
