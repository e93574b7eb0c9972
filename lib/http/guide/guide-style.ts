/** Looks of the guide: one quiet column, light and dark, on paper and on a phone. */
export const GUIDE_STYLE = `
:root { color-scheme: light dark; --line: #d9dce9; --text: #313440; --soft: #5e637a; --link: #2e52c4; --page: #fff; }
@media (prefers-color-scheme: dark) { :root { --line: #3c4151; --text: #ecedf3; --soft: #b4bad1; --link: #9db4ff; --page: #1b1d26; } }
body { background: var(--page); color: var(--text); font: 16px/1.6 "Source Sans 3", system-ui, sans-serif; margin: 0 auto; max-width: 1080px; padding: 24px 16px 64px; }
a { color: var(--link); }
nav p { color: var(--soft); margin: 0; }
nav ol { margin: 8px 0; padding-left: 20px; }
section { border-top: 1px solid var(--line); margin-top: 32px; padding-top: 8px; }
h1 { font-size: 28px; font-weight: 300; line-height: 1.3; }
h2 { font-size: 20px; font-weight: 600; margin-top: 32px; }
h1, h2 { scroll-margin-top: 16px; }
img { border: 1px solid var(--line); border-radius: 4px; display: block; height: auto; max-width: 100%; }
img[src$=".svg"] { background: #fff; box-sizing: border-box; padding: 16px; }
.table { overflow-x: auto; }
table { border-collapse: collapse; margin: 16px 0; }
th, td { border-bottom: 1px solid var(--line); padding: 8px 24px 8px 0; text-align: left; vertical-align: top; }
@media (min-width: 960px) {
  body { display: grid; gap: 48px; grid-template-columns: 200px minmax(0, 1fr); }
  nav { align-self: start; position: sticky; top: 24px; }
  section:first-child { border: 0; margin: 0; padding: 0; }
}
@media print { nav { display: none; } body { display: block; } section { break-before: page; } }
`;
