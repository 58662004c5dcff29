// A page, and the worker behind it, that solves a small task so that a form can be sent where very many are being sent
// at once. Everything works without this: the email then comes later.
if (self.document) page()
else self.onmessage = async ({ data }) => self.postMessage(await solve(data).catch(() => null))

function page() {
  const form = document.querySelector('form[data-task]')
  const status = form?.querySelector('[role=status]')
  if (!form || !self.Worker || !self.crypto?.subtle) return
  const challenge = JSON.parse(form.dataset.task)
  const worker = new Worker('/proof.js')
  const solved = new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data)
    worker.onerror = () => resolve(null)
  })
  worker.postMessage(challenge.parameters)
  form.querySelector('[data-solves]').hidden = false
  form.querySelector('[data-waits]').hidden = true

  let sending = false
  form.addEventListener('submit', (event) => {
    if (event.submitter?.name === 'later') return worker.terminate()
    event.preventDefault()
    if (!sending) void send()
  })

  async function send() {
    sending = true
    status.textContent = status.dataset.working
    const solution = await solved
    if (!solution) {
      sending = false
      status.textContent = status.dataset.failed
      return
    }
    const value = btoa(JSON.stringify({ challenge, solution }))
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'proof', value }))
    form.submit()
  }
}

/** ALTCHA, version 2: the first counter whose key begins as it is asked to. */
async function solve({ nonce, salt, cost, keyLength, keyPrefix }) {
  const password = new Uint8Array([...bytes(nonce), 0, 0, 0, 0])
  const counted = new DataView(password.buffer)
  const rule = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(salt), iterations: cost }
  for (let counter = 0; counter < 2 ** 32; counter++) {
    counted.setUint32(password.length - 4, counter)
    const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
    const derivedKey = hex(await crypto.subtle.deriveBits(rule, key, keyLength * 8))
    if (derivedKey.startsWith(keyPrefix)) return { counter, derivedKey }
  }
  return null
}

function bytes(text) {
  return Uint8Array.from(text.match(/../g), (pair) => Number.parseInt(pair, 16))
}

function hex(buffer) {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
