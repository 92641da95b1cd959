/**
 * The whole look of the HTML report. No style attribute and no address stands in the page, so the policy may name
 * this text by its hash. Filtering is done here, by the radio buttons, and works where scripts may not run.
 */
export const styleText = `
:root{color-scheme:light dark;--bg:#f4f6f9;--card:#fff;--text:#1f2933;--quiet:#56616d;--rule:#d5dce4;--soft:#f7f9fb;--brand:#17365d;--head:#e9eff6;
--pass-ink:#17663a;--pass:#e2f2e8;--warn-ink:#7a4b00;--warn:#ffefc9;--fail-ink:#a8201a;--fail:#fadfdc;--unknown-ink:#3f4954;--unknown:#dfe3e8;--na-ink:#59636e;--na:#f3f5f7}
@media (prefers-color-scheme:dark){:root{--bg:#11161c;--card:#1a2129;--text:#dde4ec;--quiet:#9aa7b5;--rule:#313c48;--soft:#151b22;--brand:#9dc1ee;--head:#222c37;
--pass-ink:#7fd6a2;--pass:#163424;--warn-ink:#f3c66b;--warn:#3b2e10;--fail-ink:#ff9d96;--fail:#43201f;--unknown-ink:#c3ccd6;--unknown:#2e3742;--na-ink:#98a4b0;--na:#212932}}
*{box-sizing:border-box}
html{scroll-padding-top:6.5rem}
body{margin:0;background:var(--bg);color:var(--text);font:15px/1.6 -apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",Arial,sans-serif;overflow-wrap:anywhere}
.page{max-width:1180px;margin:0 auto;padding:0 20px 60px}
a{color:var(--brand);text-underline-offset:3px}
h1{font-size:1.9rem;line-height:1.3;margin:0;color:var(--brand)}
h2{font-size:1.25rem;margin:2.2rem 0 .8rem;color:var(--brand)}
h3{font-size:1rem;margin:1.4rem 0 .5rem;color:var(--brand)}
.skip{position:absolute;left:-999rem}.skip:focus{left:20px;top:8px;background:var(--card);padding:4px 12px;z-index:9}
.quiet{color:var(--quiet);font-size:.9rem}
header{padding:40px 0 8px;border-bottom:3px solid var(--brand)}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(230px,1fr));gap:2px 28px;margin:1rem 0;padding:0}
.facts div{display:flex;gap:.8em;border-bottom:1px solid var(--rule);padding:5px 0}
.facts dt{color:var(--quiet);flex:0 0 auto;min-width:5em}.facts dd{margin:0;min-width:0}
.tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:14px;margin:1.2rem 0 .4rem}
.tile{border-top:4px solid currentColor;border-radius:0 0 8px 8px;padding:10px;text-align:center;font-weight:600}
.tile b{display:block;font-size:2rem;line-height:1.25}
.pass{background:var(--pass);color:var(--pass-ink)}.warn{background:var(--warn);color:var(--warn-ink)}.fail{background:var(--fail);color:var(--fail-ink)}
.unknown{background:var(--unknown);color:var(--unknown-ink)}.na{background:var(--na);color:var(--na-ink)}
.chip{display:inline-block;border-radius:4px;padding:0 .6em;font-size:.87rem;font-weight:600;white-space:nowrap}
.alert{padding:8px 14px;border-left:4px solid currentColor;border-radius:0 6px 6px 0;margin:.6rem 0}
.scroll{overflow-x:auto;border:1px solid var(--rule);border-radius:8px;background:var(--card)}
table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{text-align:left;vertical-align:top;padding:7px 12px;border-bottom:1px solid var(--rule)}
th{background:var(--head);color:var(--brand);font-weight:600;white-space:nowrap}
tbody tr:last-child td{border-bottom:0}
td.number{text-align:right;font-variant-numeric:tabular-nums}
code,.quote,.out{font-family:Consolas,"Cascadia Mono",Menlo,"DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace}
.quote{display:block;font-size:.82rem;color:var(--quiet);white-space:pre-wrap;margin-top:2px}
.hash{font-size:.8rem;word-break:break-all}
.pick{position:absolute;opacity:0;pointer-events:none}
.bar{position:sticky;top:0;z-index:5;display:flex;flex-wrap:wrap;gap:8px;align-items:center;padding:10px 0;margin-bottom:12px;background:var(--bg);border-bottom:1px solid var(--rule)}
.bar label,.bar button{border:1px solid var(--rule);border-radius:999px;padding:3px 14px;background:var(--card);color:var(--text);cursor:pointer;font:inherit;font-size:.92rem}
.bar label b{margin-left:.35em;font-variant-numeric:tabular-nums}
.bar input[type=search]{flex:1 1 14rem;min-width:0;border:1px solid var(--rule);border-radius:999px;padding:5px 14px;background:var(--card);color:var(--text);font:inherit;font-size:.92rem}
.script{display:none}.js .script{display:inline-block}
#f-all:checked~.bar [for=f-all],#f-fail:checked~.bar [for=f-fail],#f-warn:checked~.bar [for=f-warn],#f-unknown:checked~.bar [for=f-unknown],#f-pass:checked~.bar [for=f-pass]{background:var(--brand);border-color:var(--brand);color:var(--card)}
#f-all:focus-visible~.bar [for=f-all],#f-fail:focus-visible~.bar [for=f-fail],#f-warn:focus-visible~.bar [for=f-warn],#f-unknown:focus-visible~.bar [for=f-unknown],#f-pass:focus-visible~.bar [for=f-pass],
a:focus-visible,button:focus-visible,summary:focus-visible,.out:focus-visible,input:focus-visible{outline:3px solid #2f7de1;outline-offset:2px}
#f-fail:checked~.list>:not([data-verdict=fail]),#f-warn:checked~.list>:not([data-verdict=warn]),#f-unknown:checked~.list>:not([data-verdict=unknown]),#f-pass:checked~.list>:not([data-verdict=pass]){display:none}
[hidden]{display:none!important}
.device{background:var(--card);border:1px solid var(--rule);border-radius:10px;margin:0 0 14px}
.device>summary{display:flex;flex-wrap:wrap;gap:4px 12px;align-items:center;padding:11px 16px;cursor:pointer;list-style:none}
.device>summary::-webkit-details-marker{display:none}
.device>summary::before,.command>summary::before{content:"▸";color:var(--quiet);flex:0 0 auto}
.device[open]>summary::before,.command[open]>summary::before{content:"▾"}
.device>summary strong{font-size:1.05rem}
.device>summary .why{flex:1 1 100%;padding-left:1.6em}
.body{padding:0 16px 16px;border-top:1px solid var(--rule);content-visibility:auto;contain-intrinsic-size:auto 900px}
.command{margin:10px 0}
.command>summary{display:flex;flex-wrap:wrap;gap:4px 10px;align-items:baseline;cursor:pointer;list-style:none}
.command>summary::-webkit-details-marker{display:none}
.command>summary code{font-weight:600}
.out{margin:6px 0 0;background:var(--soft);border:1px solid var(--rule);border-radius:6px;font-size:.82rem;line-height:1.5;max-height:34rem;overflow:auto;padding:6px 0;overflow-wrap:normal;tab-size:8}
.lines{display:block;width:max-content;min-width:100%;white-space:pre;padding:0 12px 0 7.2em}
.lines.marked{position:relative}
.lines .w{position:absolute;left:0;width:6.2em;text-align:center;font-weight:700;font-family:"Microsoft YaHei","PingFang SC","Noto Sans CJK SC",Arial,sans-serif}
.gap{color:var(--quiet);font-style:italic}
.legend{display:grid;grid-template-columns:max-content 1fr;gap:6px 14px;align-items:start;font-size:.92rem;margin:0}
.legend dt,.legend dd{margin:0}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--rule)}
.signs{display:grid;grid-template-columns:1fr 1fr;gap:0 40px;margin:1.5rem 0}
.signs div{border-bottom:1px solid var(--quiet);padding:2.2rem 0 4px}
@media (max-width:640px){body{font-size:14px}.page{padding:0 12px 40px}h1{font-size:1.5rem}header{padding-top:22px}.tiles{gap:8px}.tile{padding:8px 2px}.tile b{font-size:1.5rem}
.bar{gap:6px;position:static}.bar label,.bar button{padding:2px 10px}.body{padding:0 10px 12px}.device>summary{padding:10px}.lines{padding-left:5.6em}.lines .w{width:5em}th,td{padding:6px 8px}
.cards thead{position:absolute;left:-999rem}.cards tr{display:block;padding:8px 0;border-bottom:1px solid var(--rule)}.cards tr:last-child{border-bottom:0}.cards td{display:flex;gap:.8em;border:0;padding:2px 10px}
.cards td::before{content:attr(data-head);color:var(--quiet);flex:0 0 5.6em}.cards td.number{text-align:left}.signs{grid-template-columns:1fr}}
@media print{:root{color-scheme:light;--bg:#fff;--card:#fff;--text:#1f2933;--quiet:#56616d;--rule:#c9d3de;--soft:#fff;--brand:#17365d;--head:#e9eff6;
--pass-ink:#17663a;--pass:#e2f2e8;--warn-ink:#7a4b00;--warn:#ffefc9;--fail-ink:#a8201a;--fail:#fadfdc;--unknown-ink:#3f4954;--unknown:#dfe3e8;--na-ink:#59636e;--na:#f3f5f7}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}body{font-size:10pt}.page{max-width:none;padding:0}.bar,.skip{display:none}.body{content-visibility:visible}
details::details-content{content-visibility:visible;block-size:auto;opacity:1}
.device{border:0;border-top:1px solid var(--rule);border-radius:0}.out{max-height:none;overflow:visible;font-size:7.5pt}.lines{width:auto;white-space:pre-wrap;overflow-wrap:anywhere}
.scroll{overflow:visible}tr,.tile,.signs{break-inside:avoid}h2,h3,summary{break-after:avoid}thead{display:table-header-group}@page{size:A4;margin:16mm 14mm}}
`;
