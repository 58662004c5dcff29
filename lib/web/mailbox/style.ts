/** The style sheet of the development mailbox: the site's colours, without its build. */
export const style = `
:root { color-scheme: light dark; --paper: #faf6ee; --panel: #fffdf9; --ink: #1b1815; --rule: #ddd4c4; --accent: #0d4a50 }
@media (prefers-color-scheme: dark) {
  :root { --paper: #161512; --panel: #1f1d19; --ink: #ede7db; --rule: #3b372f; --accent: #93d3d0 }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, "Noto Sans", sans-serif }
main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
h1 { font: bold 1.75rem/1.25 Georgia, "Noto Serif", serif }
h2 { font-size: 1.0625rem; margin: 2rem 0 .5rem }
a { color: var(--accent); overflow-wrap: anywhere }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
ol { list-style: none; margin: 1.5rem 0; padding: 0; border-top: 1px solid var(--rule) }
li { padding: .75rem 0; border-bottom: 1px solid var(--rule) }
li a { display: block; font-weight: bold; padding: .25rem 0 }
li span { margin-inline-end: 1rem; overflow-wrap: anywhere }
time { white-space: nowrap }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0 }
dt { font-weight: bold }
dd { margin: 0; overflow-wrap: anywhere }
.mail { background: var(--panel); border: 1px solid var(--rule); padding: .25rem 1rem }
iframe { width: 100%; height: 50rem; border: 1px solid var(--rule); background: #faf6ee; color-scheme: light }
`
