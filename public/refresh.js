// Shows how far something has come that goes on by itself or waits for a colleague, as reloading the page would: its
// part of the page is replaced, and once its state is another one the page is loaded again. Without this a link does
// so.
const part = document.querySelector('[data-live]')
const began = Date.now()
// In ms. Each look counts as being there: a page that is left open must not keep its session alive.
const LONGEST = 10 * 60000

const isTyped = () =>
  [...document.querySelectorAll('main input:not([type=hidden]), main textarea')].some(
    (one) => one.value !== one.defaultValue || one.checked !== one.defaultChecked,
  )

const follow = async () => {
  if (document.hidden || part.contains(document.activeElement)) return
  const answer = await fetch(window.location.href, { redirect: 'error' }).catch(() => null)
  if (!answer?.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const now = page.querySelector('[data-live]')
  const same = now?.dataset.live === part.dataset.live
  if (same) part.replaceChildren(...now.childNodes)
  if (same && now.dataset.every) return
  clearInterval(timer)
  if (same) return
  // What somebody is typing stays.
  if (!isTyped()) window.location.reload()
}

const timer = setInterval(() => {
  if (Date.now() - began > LONGEST) clearInterval(timer)
  else void follow()
}, Number(part.dataset.every) * 1000)
