const TEMPLATE = /<(\/?)template\b([^<>]*)>/gi;

/**
 * The source with declarative shadow roots opened: `<template shadowrootmode="open">` is shown in its place, other templates are
 * not. Where a template does not end, its tag alone is changed.
 */
export function openShadowRoots(source: string): string {
  if (!/<template[^<>]*shadowroot/i.test(source)) return source;
  const open: boolean[] = [];
  return source.replace(TEMPLATE, (tag, slash: string, attributes: string) => {
    if (slash) return open.pop() ? '</div>' : tag;
    const shown = /\bshadowroot(?:mode)?\s*=/i.test(attributes);
    open.push(shown);
    return shown ? '<div>' : tag;
  });
}
