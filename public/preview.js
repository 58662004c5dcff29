// Shows beside a text what is made of it, while it is typed: once the text is kept (autosave.js), the server makes it,
// and what the frame holds is replaced, so that it stays where its reader has scrolled. Without this it is that of the
// saved text.
const frames = [...document.querySelectorAll('[data-preview]')]
const beside = (frame) => [...frame.closest('.with-preview').querySelectorAll('input:not([type=hidden]), textarea')]
const shown = new Map(frames.map((frame) => [frame, beside(frame).map(({ defaultValue }) => defaultValue)]))
let kept
let request

const isOpen = (frame) => frame.checkVisibility?.() ?? true

const showIn = async (frame, address, signal) => {
  // A frame that was folded has loaded nothing yet.
  const before = frame.contentDocument?.body
  if (!before?.firstChild) {
    frame.src = address
    return true
  }
  const answer = await fetch(address, { signal, redirect: 'error' }).catch(() => null)
  if (!answer?.ok) return false
  const text = await answer.text().catch(() => null)
  if (text === null || signal.aborted) return false
  // Under the frame's own policy, which lets a mail bring its style.
  const page = new frame.contentWindow.DOMParser().parseFromString(text, 'text/html')
  before.replaceWith(page.body)
  return true
}

// One after another. A newer text stops what is under way for an older one.
const follow = async () => {
  request?.abort()
  const mine = new AbortController()
  request = mine
  for (const frame of frames) {
    const texts = beside(frame).map(({ name }) => kept.get(name) ?? '')
    if (!isOpen(frame) || texts.join('\n') === shown.get(frame)?.join('\n')) continue
    const address = new URL(frame.src)
    address.searchParams.set('draft', kept.get('kept'))
    if (await showIn(frame, address.href, mine.signal)) shown.set(frame, texts)
    if (mine.signal.aborted) return
  }
}

document.addEventListener('draft-kept', (event) => {
  kept = event.detail
  void follow()
})
// Unfolded since.
document.addEventListener('toggle', () => kept && void follow(), true)
