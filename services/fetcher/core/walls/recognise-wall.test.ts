import { expect, test } from 'vitest';
import { recogniseWall, type WallFacts } from './recognise-wall.ts';
import { sniffHtml } from './sniff-html.ts';

function wall(facts: Partial<WallFacts>) {
  const url = 'https://n.example/a/b';
  return recogniseWall({ status: 200, headers: {}, url, finalUrl: facts.finalUrl ?? url, html: '', ...facts });
}

const page = (text: string, head = ''): string =>
  `<!doctype html><html><head>${head}</head><body><p>${text}</p></body></html>`;
const article = 'The harbour council met on Monday to speak of the new quay. '.repeat(30);

test.each<[string, Partial<WallFacts>, 'bot' | 'consent']>([
  ['a Cloudflare header', { status: 403, headers: { 'cf-mitigated': 'challenge' } }, 'bot'],
  ['an AWS header under status 202', { status: 202, headers: { 'x-amzn-waf-action': 'challenge' } }, 'bot'],
  ['a DataDome header', { status: 403, headers: { 'x-datadome': 'protected' } }, 'bot'],
  [
    'a challenge script under 503',
    { status: 503, html: page('Wait', '<script src="/cdn-cgi/challenge-platform/h/b"></script>') },
    'bot',
  ],
  ['a captcha box', { html: page('One moment<div class="g-recaptcha" data-k="1"></div>') }, 'bot'],
  ['English words', { html: page('Please verify that you are human before you go on.') }, 'bot'],
  ['German words', { status: 403, html: page('Bitte bestätigen Sie, dass Sie ein Mensch sind.') }, 'bot'],
  ['French words', { html: page('Merci de confirmer que vous êtes humain.') }, 'bot'],
  ['Spanish words', { html: page('Por favor, confirme que no es un robot.') }, 'bot'],
  ['Turkish words', { html: page('Devam etmek için robot olmadığınızı doğrulayın.') }, 'bot'],
  ['Russian words', { html: page('Подтвердите, что вы не робот, и читайте дальше.') }, 'bot'],
  ['Arabic words', { html: page('يرجى تأكد من أنك لست روبوت للمتابعة') }, 'bot'],
  ['a redirect to a host for consent', { finalUrl: 'https://consent.n.example/collect?x=1' }, 'consent'],
  ['a redirect to a path for consent', { finalUrl: 'https://n.example/privacy-gate/?to=a' }, 'consent'],
  [
    'a page that is a consent form',
    { html: page('We value your privacy', '<title>Cookie choices</title>') },
    'consent',
  ],
])('%s', (_name, facts, kind) => {
  expect(wall(facts)?.kind).toBe(kind);
  expect(wall(facts)?.reason).not.toBe('');
});

test.each<[string, Partial<WallFacts>]>([
  ['an article', { html: page(article) }],
  [
    'an article that speaks of such walls',
    { html: page(`${article} The site asked: are you a robot? Access denied, it said.`) },
  ],
  ['an article whose page has a captcha for its comments', { html: page(`${article}<div class="g-recaptcha"></div>`) }],
  ['a short article', { html: page('The ferry was late by two hours on Sunday, the harbour master said.') }],
  ['a plain refusal', { status: 403, html: page('Forbidden') }],
  [
    'a service that is a Cloudflare customer',
    { headers: { server: 'cloudflare', 'cf-ray': '1' }, html: page(article) },
  ],
  ['a moved article on consent', { finalUrl: 'https://n.example/politics/informed-consent-law', html: page(article) }],
  ['nothing', {}],
])('no wall: %s', (_name, facts) => {
  expect(wall(facts)).toBeNull();
});

test.each<[string, string, string, boolean]>([
  ['HTML by its type', 'text/html; charset=utf-8', '<p>Text', true],
  ['HTML without a type', '', '\n<!DOCTYPE html><title>T', true],
  ['HTML under a wrong type', 'text/plain', '<html><body>', true],
  ['XHTML with a declaration', 'application/xhtml+xml', '<?xml version="1.0"?><!DOCTYPE html><html xmlns="x">', true],
  ['a feed under the type of HTML', 'text/html', '<?xml version="1.0"?><rss version="2.0">', false],
  ['a PDF', 'application/pdf', '%PDF-1.7', false],
  ['a PDF under the type of HTML', 'text/html', '%PDF-1.7', false],
  ['a picture', 'image/jpeg', '<html>', false],
  ['JSON', 'application/json', '{"a":1}', false],
  ['plain text', 'text/plain', 'only words', false],
])('%s', (_name, type, body, expected) => {
  expect(sniffHtml(type, Buffer.from(body))).toBe(expected);
});
