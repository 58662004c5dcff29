// Everything works without this: what is typed in a session that has ended is kept when it is sent.
const BEFORE = 5 * 60000
const SEEN = 'staff-seen'
const dialog = document.querySelector('#session-ends')
const idle = Number(dialog.dataset.idle)
const latest = Date.parse(dialog.dataset.latest)
let warnedOf = ''
let failed = false

// In any tab: they share the session.
const seen = () => Number(localStorage.getItem(SEEN))
const note = () => localStorage.setItem(SEEN, `${Date.now()}`)

const show = (state) => {
  for (const part of dialog.querySelectorAll('[data-when]')) part.hidden = !part.dataset.when.split(' ').includes(state)
}

const look = () => {
  const end = Math.min(seen() + idle, latest)
  const left = end - Date.now()
  if (left > BEFORE) {
    failed = false
    if (dialog.open) dialog.close()
    return
  }
  const over = left <= 0
  show(over ? 'over' : failed ? 'failed' : end === latest ? 'last' : 'idle')
  // Once for each end, and once more when it has come for whom it could not be put off.
  const warning = `${end} ${over && failed}`
  if (dialog.open || warnedOf === warning) return
  warnedOf = warning
  dialog.showModal()
}

const stay = async () => {
  const answer = await fetch(window.location.href, { signal: AbortSignal.timeout(15000) }).catch(() => null)
  failed = !answer?.ok || answer.redirected
  if (failed) return look()
  note()
  dialog.close()
}

note()
setInterval(look, 10000)
document.addEventListener('draft-kept', note)
dialog.addEventListener('submit', (event) => {
  if (event.submitter.value !== 'stay') return
  event.preventDefault()
  void stay()
})
