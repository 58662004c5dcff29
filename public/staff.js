// Everything works without this: what is typed in a session that has ended is kept when it is sent.
const IDLE = 30 * 60000
const BEFORE = 5 * 60000
const SEEN = 'staff-seen'
const dialog = document.querySelector('#session-ends')
const latest = Date.parse(dialog.dataset.latest)
let warnedOf = 0

// In any tab: they share the session.
const seen = () => Number(localStorage.getItem(SEEN))
const note = () => localStorage.setItem(SEEN, `${Date.now()}`)

const look = () => {
  const end = Math.min(seen() + IDLE, latest)
  const left = end - Date.now()
  dialog.dataset.over = `${left <= 0}`
  if (left > BEFORE) {
    if (dialog.open) dialog.close()
  } else if (!dialog.open && warnedOf !== end) {
    warnedOf = end
    dialog.returnValue = ''
    dialog.showModal()
  }
}

const stay = async () => {
  const answer = await fetch(window.location.href)
  if (answer.ok && !answer.redirected) note()
}

note()
setInterval(look, 10000)
document.addEventListener('draft-kept', note)
dialog.addEventListener('close', () => {
  if (dialog.returnValue === 'stay') stay().catch(() => {})
})
