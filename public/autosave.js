// Keeps what is typed into a form, on the server, for its person alone (`/admin/drafts/autosave`), and warns before the
// page is left with something that is not kept yet. Without this a form that is not carried out is kept when it is
// sent.

// In ms: after the last key, sooner where a preview is seen; and at the latest, however long somebody types.
const AFTER = document.querySelector('[data-preview]') ? 800 : 2000
const LATEST = 20000

const isChanged = (form) =>
  [...form.querySelectorAll('input:not([type=hidden], [type=file]), textarea')].some(
    (one) => one.value !== one.defaultValue,
  )

// The form's texts, with the id under which they are kept: it goes along when the form is sent, which ends the keeping.
const textsOf = (form) => {
  if (!form.querySelector('input[name=kept]')) {
    const id = document.createElement('input')
    form.append(Object.assign(id, { type: 'hidden', name: 'kept', value: crypto.randomUUID() }))
  }
  const texts = new FormData()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') texts.append(name, value)
  return texts
}

// Null if it was stopped.
const post = async (body, signal) => {
  try {
    return (await fetch('/admin/drafts/autosave', { method: 'POST', body, signal, redirect: 'error' })).ok
  } catch {
    return signal.aborted ? null : false
  }
}

const watch = (mark) => {
  const form = mark.closest('form')
  let soon
  let since = 0
  let request

  const keep = async () => {
    const upTo = since
    since = 0
    // The newer one holds all of it, and must not be overtaken.
    request?.abort()
    request = new AbortController()
    const texts = textsOf(form)
    const kept = await post(texts, request.signal)
    // The form was sent meanwhile, or more was typed.
    if (kept === null) return
    if (!kept) since = upTo
    // The session goes on (staff.js), and a preview follows (preview.js).
    else document.dispatchEvent(new CustomEvent('draft-kept', { detail: texts }))
    mark.textContent = kept ? mark.dataset.kept : mark.dataset.notKept
  }
  const typed = () => {
    since ||= Date.now()
    clearTimeout(soon)
    soon = setTimeout(() => void keep(), Math.max(0, Math.min(AFTER, since + LATEST - Date.now())))
  }

  // Typed before this was here, or put back by the browser.
  if (isChanged(form)) typed()
  form.addEventListener('input', typed)
  form.addEventListener('submit', () => {
    clearTimeout(soon)
    request?.abort()
    since = 0
  })
  window.addEventListener('beforeunload', (event) => {
    if (since) event.preventDefault()
  })
}

// Browsers make ids only where the connection is secure.
if (crypto.randomUUID) for (const mark of document.querySelectorAll('[data-kept]')) watch(mark)
