const IRREGULAR: Record<string, string> = Object.fromEntries(
  (
    'met:meet held:hold spoke:speak spoken:speak told:tell said:say gave:give given:give sent:send took:take taken:take made:make went:go gone:go came:come ' +
    'left:leave flew:fly flown:fly paid:pay broke:break broken:break cut:cut shut:shut struck:strike shot:shoot fought:fight slain:slay slew:slay beat:beat beaten:beat ' +
    'bought:buy sold:sell lent:lend fled:flee laid:lay began:begin begun:begin sought:seek brought:bring built:build hit:hit put:put set:set found:find kept:keep led:lead ' +
    'withdrew:withdraw withdrawn:withdraw overthrew:overthrow overthrown:overthrow forbade:forbid forbidden:forbid swore:swear sworn:swear stood:stand sat:sit ate:eat ' +
    'blew:blow blown:blow stole:steal stolen:steal hid:hide threw:throw thrown:throw drew:draw drawn:draw won:win lost:lose saw:see seen:see knew:know known:know ' +
    'is:be are:be was:be were:be been:be being:be am:be has:have had:have having:have did:do does:do done:do doing:do ' +
    'forgave:forgive forgiven:forgive upheld:uphold overran:overrun burnt:burn dealt:deal undertook:undertake shipped:ship grew:grow written:write wrote:write read:read ' +
    'taken:take hung:hang fed:feed felt:feel understood:understand withheld:withhold arisen:arise arose:arise ties:tie tied:tie died:die dying:die ' +
    'talks:talk men:man women:woman children:child policemen:policeman servicemen:serviceman gunmen:gunman'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** Words that look inflected and are not. */
const WHOLE = new Set(
  'news this his its us various previous famous religious weapons-of united across press access process address congress pass during ring king thing something nothing anything everything evening morning spring bring string wing red hundred need seed speed feed bed indeed proceed series gas is as has was'.split(
    ' ',
  ),
);

/** An English word without its verb or plural ending; words of one verb meet, the result need not be a word. */
export function lemma(key: string): string {
  const irregular = IRREGULAR[key];
  if (irregular) return silent(irregular);
  if (key.length < 4 || WHOLE.has(key)) return silent(key);
  if (key.endsWith('ies') || key.endsWith('ied')) return `${key.slice(0, -3)}y`;
  if (key.endsWith('eed')) return silent(key.slice(0, -1));
  if (key.endsWith('ed')) return undouble(key.slice(0, -2));
  if (key.endsWith('ing') && key.length > 5) return undouble(key.slice(0, -3));
  if (/(?:s|x|z|ch|sh)es$/.test(key)) return silent(key.slice(0, -2));
  // "meetings" as "meeting" as "meet".
  if (key.endsWith('s') && !/(?:ss|us|is)$/.test(key)) return lemma(key.slice(0, -1));
  return silent(key);
}

function undouble(stem: string): string {
  const last = stem.at(-1) as string;
  if (stem.length > 3 && last === stem.at(-2) && !'lsze'.includes(last)) return stem.slice(0, -1);
  return silent(stem);
}

function silent(word: string): string {
  // "cancelled", "expelled": the doubled l of longer verbs goes, in "call" and "kill" it stays.
  if (word.length > 5 && word.endsWith('ll')) return word.slice(0, -1);
  return word.length > 3 && word.endsWith('e') ? word.slice(0, -1) : word;
}
