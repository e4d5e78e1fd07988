const NAMES =
  'vc_[a-z_]+|et_pb_[a-z_]+|fusion_[a-z_]+|caption|embed|gallery|video|audio|playlist|youtube|vimeo|tweet|twitter|instagram|facebook|contact-form(?:-7)?|rev_slider|layerslider|su_[a-z_]+|wpvideo|soundcloud|googlemaps?|ad|ads|adrotate|adinserter|button|row|column|col|one_half|one_third|two_third|spacer|divider|tabs?|accordion|toggle|td_[a-z_]+|tdc_[a-z_]+|elementor[a-z_-]*|mc4wp_form|newsletter|gravityform|ninja_form|wpforms|toc|related_posts|ihc-[a-z-]+|dropcap|pullquote|quote|highlight|shareaholic|ssba|jetpack[a-z_-]*|n?ggallery|metaslider|smartslider3|advanced_iframe|iframe|raw_html|vc_raw_html|section|text|read|media-credit|blockquote|sociallocker|responsivevoice[a-z_]*|thrive_[a-z_]+|x_[a-z_]+|av_[a-z_]+|mk_[a-z_]+|cs_[a-z_]+';
const CODE = new RegExp(String.raw`\[\/?(?:${NAMES})(?:\s[^\[\]]{0,300}|\/)?\]`, 'gi');
/** Longest quoted value: without a bound each opening mark would look for its partner to the end of the text. */
const VALUE = '{0,600}';
/**
 * An unknown name counts where it has attributes or a closing partner: `[foo id="1"]`, `[foo]…[/foo]`. Each attribute is
 * read in one way only (look ahead, then repeat what was seen): else an unclosed one costs two to the power of them.
 */
const WITH_ATTRIBUTES = new RegExp(
  String.raw`\[[a-z][\w-]{1,30}(?:(?=(\s+[\w-]{1,60}\s*=\s*(?:(?:"[^"\]]${VALUE}"|'[^'\]]${VALUE}'|”[^”\]]${VALUE}”|“[^”\]]${VALUE}”|″[^″\]]${VALUE}″|«[^»\]]${VALUE}»)(?=[\s\]/])|[^\s\[\]]{1,600})))\1){1,60}\s*\/?\]`,
  'gi',
);
const CLOSING = /\[\/[a-z][\w-]{1,30}\]/gi;
const CAPTION = /\[caption[^\]]{0,300}\][\s\S]{0,600}?\[\/caption\]/gi;
const EMBED = /\[(embed|youtube|video|audio|tweet|instagram)[^\]]{0,300}\]\s*(?:https?:\/\/[^\s[\]]*)?\s*\[\/\1\]/gi;

/** Characters of a block that may be tokens alone. */
const MAX_ALONE = 300;
/** One or more names in brackets that fill a block, whatever they are: `[lwptoc_x]`, `[/box]`, `{{banner-2}}`, `%%AD%%`. */
const TOKENS_ALONE =
  /^(?:\s*(?:\[{1,2}\/?[\p{L}_][\p{L}\p{M}\p{N}_:.#|/-]{0,60}\]{1,2}|\{{1,3}[#/%]?\s?[\p{L}_][\p{L}\p{N}_:.|-]{0,60}\s?%?\}{1,3}|%%[\p{L}_][\p{L}\p{N}_:-]{0,60}%%|<%=?\s?[\w.-]{1,60}\s?%>))+\s*$/u;

/** A text without a page builder's short-codes: captions and embeds go with their content, of the rest only the tags. */
export function withoutShortCodes(text: string): string {
  if (text.length <= MAX_ALONE && TOKENS_ALONE.test(text)) return '';
  if (!text.includes('[')) return text;
  const captionless = text.includes('[/') ? text.replace(CAPTION, ' ') : text;
  return captionless
    .replace(EMBED, ' ')
    .replace(CODE, ' ')
    .replace(WITH_ATTRIBUTES, ' ')
    .replace(CLOSING, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}
