/** The style of all pages: light or dark as the person has it, contrast of at least 7:1, focus that is seen. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ink: #1b1b1f;
  --paper: #ffffff;
  --line: #5f6068;
  --deed: #0b4a8f;
  --on-deed: #ffffff;
  --wrong: #8c1d18;
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #eceef2; --paper: #16171b; --line: #a9abb5; --deed: #a8cbff; --on-deed: #06203f; --wrong: #ffb4ab; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; }
p, li, dd { overflow-wrap: anywhere; }
label { display: block; font-weight: 600; margin-top: 1rem; }
.hint { display: block; font-weight: 400; }
input, select {
  display: block;
  width: 100%;
  min-height: 2.75rem;
  margin-top: .25rem;
  padding: .5rem;
  font: inherit;
  color: inherit;
  background: var(--paper);
  border: 2px solid var(--line);
  border-radius: .25rem;
}
input[type=radio], input[type=checkbox] {
  display: inline-block;
  width: 1.5rem;
  min-height: 1.5rem;
  margin: 0 .5rem 0 0;
  vertical-align: middle;
}
button {
  min-height: 2.75rem;
  margin-top: 1.5rem;
  padding: .5rem 1.25rem;
  font: inherit;
  font-weight: 600;
  color: var(--on-deed);
  background: var(--deed);
  border: 2px solid var(--deed);
  border-radius: .25rem;
  cursor: pointer;
}
a { color: var(--deed); }
fieldset { border: 2px solid var(--line); border-radius: .25rem; margin: 1.5rem 0 0; padding: 0 1rem 1rem; }
legend { font-weight: 600; padding: 0 .25rem; }
summary { min-height: 2.75rem; padding: .5rem 0; cursor: pointer; }
details { margin-top: 1rem; }
:focus-visible { outline: 3px solid var(--deed); outline-offset: 2px; }
.wrong { border-left: .4rem solid var(--wrong); padding-left: .75rem; color: var(--wrong); font-weight: 600; }
.code { font: 700 2.2rem/1.2 ui-monospace, monospace; letter-spacing: .15em; }
dt { font-weight: 600; }
dd { margin: 0 0 .5rem; }
`;
