import { expect, test } from 'vitest';
import { loadWorldLists } from '../../../lists/load.ts';
import { createWorldReader } from '../read-world.ts';

const reader = createWorldReader(loadWorldLists());

test.each([
  [
    'de',
    'Tschechische und österreichische Grenzpolizisten gehen seit Montag gemeinsam auf Streife.',
    'COOPERATE',
    'CZE',
    'AUT',
  ],
  ['de', 'Schweden beruft seinen Botschafter aus dem Iran ab.', 'SANCTION', 'SWE', 'IRN'],
  ['de', 'Italien zieht seine letzten Soldaten aus Niger ab.', 'RETREAT', 'ITA', 'NER'],
  ['de', 'Norwegen liefert der Ukraine weitere Panzer und Munition.', 'AID', 'NOR', 'UKR'],
  ['de', 'Griechenland ruft die Türkei zu Zurückhaltung auf.', 'REQUEST', 'GRC', 'TUR'],
  ['de', 'Polen verlegt zweitausend Soldaten an die Grenze zu Belarus.', 'MOBILIZE', 'POL', 'BLR'],
  ['de', 'Kanada verhängt neue Sanktionen gegen Russland.', 'COERCE', 'CAN', 'RUS'],
  ['de', 'Dänemark wirft China Spionage im Hafen von Aarhus vor.', 'ACCUSE', 'DNK', 'CHN'],
  ['fr', "La Côte d'Ivoire déploie des blindés le long de sa frontière avec le Mali.", 'MOBILIZE', 'CIV', 'MLI'],
  ['fr', 'Le Bénin rappelle son ambassadeur au Niger.', 'SANCTION', 'BEN', 'NER'],
  ['fr', 'Le Togo rouvre sa frontière avec le Ghana.', 'CONCEDE', 'TGO', 'GHA'],
  ['fr', "Le Rwanda convoque l'ambassadeur congolais après des tirs.", 'ACCUSE', 'RWA', 'COD'],
  ['fr', 'Le Maroc envoie quarante tonnes de vivres au Liban.', 'AID', 'MAR', 'LBN'],
  ['fr', "L'Algérie rejette la demande de la France.", 'REJECT', 'DZA', 'FRA'],
  ['fr', 'Le Canada impose des sanctions à la Biélorussie.', 'COERCE', 'CAN', 'BLR'],
  ['fr', 'Le Sénégal et la Gambie ont signé un accord de pêche.', 'SUPPORT', 'SEN', 'GMB'],
  [
    'es',
    'Honduras presentó ante la Corte Internacional de Justicia una demanda contra Nicaragua.',
    'ACCUSE',
    'HND',
    'NIC',
  ],
  ['es', 'Perú expulsa al embajador de México.', 'SANCTION', 'PER', 'MEX'],
  ['es', 'Chile envió brigadistas y aviones cisterna a Ecuador.', 'AID', 'CHL', 'ECU'],
  ['es', 'Colombia reabre la frontera con Venezuela.', 'CONCEDE', 'COL', 'VEN'],
  ['es', 'Venezuela amenaza a Guyana con represalias.', 'THREATEN', 'VEN', 'GUY'],
  ['es', 'Bolivia rechazó la propuesta de Chile.', 'REJECT', 'BOL', 'CHL'],
  ['es', 'Brasil despliega tropas en la frontera con Venezuela.', 'MOBILIZE', 'BRA', 'VEN'],
  ['es', 'Uruguay retira sus tropas de Haití.', 'RETREAT', 'URY', 'HTI'],
  ['ru', 'Эстония выслала двух российских дипломатов.', 'SANCTION', 'EST', 'RUS'],
  ['ru', 'Франция вывела последних военных из Чада.', 'RETREAT', 'FRA', 'TCD'],
  ['ru', 'Казахстан направил в Таджикистан спасателей и гуманитарную помощь.', 'AID', 'KAZ', 'TJK'],
  ['ru', 'Молдавия обвинила Россию во вмешательстве в выборы.', 'ACCUSE', 'MDA', 'RUS'],
  ['ru', 'Киргизия открыла границу с Таджикистаном.', 'CONCEDE', 'KGZ', 'TJK'],
  ['ru', 'Канада ввела санкции против Белоруссии.', 'COERCE', 'CAN', 'BLR'],
  ['ru', 'Президент Турции прибыл с визитом в Азербайджан.', 'CONSULT', 'TUR', 'AZE'],
  ['ru', 'Сербия потребовала от Хорватии извинений.', 'REQUEST', 'SRB', 'HRV'],
  ['tr', "Türkiye, Ermenistan'a uyguladığı ticaret yasağını kaldırdı.", 'CONCEDE', 'TUR', 'ARM'],
  ['tr', 'İran, Danimarka büyükelçisini sınır dışı etti.', 'SANCTION', 'IRN', 'DNK'],
  ['tr', "Kanada, İran'a yeni yaptırımlar uygulama kararı aldı.", 'COERCE', 'CAN', 'IRN'],
  ['tr', "Yunanistan, Türkiye'nin önerisini reddetti.", 'REJECT', 'GRC', 'TUR'],
  ['tr', "Türkiye, Libya'ya insani yardım gönderdi.", 'AID', 'TUR', 'LBY'],
  ['tr', "ABD, Suriye'den askerlerini çekti.", 'RETREAT', 'USA', 'SYR'],
  ['tr', "Suriye, İsrail'i hava sahasını ihlal etmekle suçladı.", 'ACCUSE', 'SYR', 'ISR'],
  ['ar', 'الجزائر تقطع علاقاتها مع المغرب.', 'SANCTION', 'DZA', 'MAR'],
  ['ar', 'قطر ترسل طائرتين محملتين بالمساعدات إلى لبنان.', 'AID', 'QAT', 'LBN'],
  ['ar', 'الأردن يعيد فتح معبر حدودي مع سوريا.', 'CONCEDE', 'JOR', 'SYR'],
  ['ar', 'الولايات المتحدة تفرض عقوبات على إيران.', 'COERCE', 'USA', 'IRN'],
  ['ar', 'فرنسا تسحب قواتها من النيجر.', 'RETREAT', 'FRA', 'NER'],
  ['ar', 'مصر ترفض مقترحا من إثيوبيا.', 'REJECT', 'EGY', 'ETH'],
  ['ar', 'تركيا تعزز قواتها على الحدود مع سوريا.', 'MOBILIZE', 'TUR', 'SYR'],
  ['ar', 'السودان يتهم تشاد بدعم المتمردين.', 'ACCUSE', 'SDN', 'TCD'],
])('%s: %s', (language, text, plover, source, target) => {
  expect(reader.read({ text, language }).events[0]).toMatchObject({ plover, source: [source], target: [target] });
});

test.each([
  ['es', 'Sin embargo, el ministro de Chile viajó el lunes al sur.', 'COERCE'],
  ['fr', 'La Cedeao tient son sommet à Abuja.', 'CONCEDE'],
  ['fr', 'La conférence internationale du Maroc commence lundi.', 'COERCE'],
])('%s: small words that only look like an act: %s', (language, text, plover) => {
  expect(reader.read({ text, language }).events.map((event) => event.plover)).not.toContain(plover);
});
