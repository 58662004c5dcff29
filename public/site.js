// Everything on the page works without this. It keeps the count fresh, shows that a form is on its way,
// and makes the copy button work.

for (const box of document.querySelectorAll('[data-count]')) {
  const data = box.querySelector('data')
  const goal = box.querySelector('[data-goal]')
  const status = box.querySelector('[data-say]')
  const format = new Intl.NumberFormat(document.documentElement.lang)
  let said = Date.now()
  const refresh = async () => {
    if (document.hidden) return
    const answer = await fetch(`/api/v1/petitions/${box.dataset.count}/count`).catch(() => null)
    if (!answer?.ok) return
    const { count } = await answer.json()
    if (!Number.isInteger(count) || String(count) === data.value) return
    data.value = count
    data.textContent = format.format(count)
    if (goal) goal.lastElementChild.setAttribute('width', `${Math.min(100, (100 * count) / goal.dataset.goal)}%`)
    // Spoken at most once a minute.
    if (Date.now() - said < 60000) return
    said = Date.now()
    status.textContent = status.dataset.say.replace('#', data.textContent)
  }
  setInterval(refresh, 10000)
  document.addEventListener('visibilitychange', refresh)
}

for (const form of document.forms) {
  const button = form.querySelector('[data-pending]')
  if (!button) continue
  const words = button.textContent
  form.addEventListener('submit', (event) => {
    if (button.ariaDisabled === 'true') return event.preventDefault()
    button.ariaDisabled = 'true'
    button.textContent = button.dataset.pending
  })
  // Back from the next page: the form can be sent again.
  addEventListener('pageshow', () => {
    button.ariaDisabled = null
    button.textContent = words
  })
  // A member's link to a kept page still says whose it is.
  const via = new URLSearchParams(location.search).get('via')
  if (form.id === 'sign' && via && !form.elements.via) {
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'via', value: via }))
  }
}

for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = !navigator.clipboard
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.parentElement.querySelector('input').value)
    button.textContent = button.dataset.copy
  })
}

document.querySelector('[data-focus]')?.focus()
