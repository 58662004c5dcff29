// Says, while a title is typed, at which address the server would put its petition; an address that somebody typed
// stays as it is. Without this the server says it on the petition's page.
const said = document.querySelector('[data-address]')
const { title, slug } = said.closest('form').elements
let soon
let request

const propose = async () => {
  request = new AbortController()
  const answer = await fetch('/admin/petitions/address', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title: title.value }),
    signal: request.signal,
    redirect: 'error',
  }).catch(() => null)
  const { address } = answer?.ok ? await answer.json() : {}
  if (!address || slug.value) return
  said.textContent = said.dataset.address.replace('…', address)
  said.hidden = false
}

const changed = () => {
  clearTimeout(soon)
  request?.abort()
  said.hidden = true
  if (title.value && !slug.value) soon = setTimeout(() => void propose(), 400)
}

slug.after(said)
slug.setAttribute('aria-describedby', `${slug.getAttribute('aria-describedby') ?? ''} ${said.id}`)
for (const one of [title, slug]) one.addEventListener('input', changed)
changed()
