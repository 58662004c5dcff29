// After an act the focus would stand nowhere: it goes to what is said of it, so that it is read out and the next Tab
// goes on from there. Its code is taken out of the address, so that a reload does not repeat it.
const address = new URL(window.location.href)
address.searchParams.delete('done')
address.searchParams.delete('problem')
window.history.replaceState(null, '', address)
const said = [...document.querySelectorAll('[data-said]')]
said.at(-1)?.focus()
