// Dragging over the bars of a chart fills in the form that asks for a window of it, and sends it. A bar that is pressed
// without dragging stays the link that it is; Escape ends a drag, and a finger that moves up or down scrolls.
const chart = document.querySelector('svg[data-step]')
const form = document.getElementById('window')

/** @param {SVGSVGElement} svg @param {HTMLFormElement} asks */
const watch = (svg, asks) => {
  const [begin, step, bars, left] = ['begin', 'step', 'bars', 'left'].map((name) => Number(svg.dataset[name]))
  const mark = document.createElementNS(svg.namespaceURI, 'rect')
  mark.setAttribute('class', 'brush')
  mark.setAttribute('height', '100%')
  /** The first bar of a drag and the one it is at; null while there is none. */
  let drag = null
  let dragged = false

  const barAt = (event) => {
    const { left: x, width } = svg.getBoundingClientRect()
    const share = ((event.clientX - x) / width) * 100
    return Math.min(bars - 1, Math.max(0, Math.floor(((share - left) / (100 - left)) * bars)))
  }
  const ends = () => [Math.min(drag.first, drag.at), Math.max(drag.first, drag.at) + 1]
  const place = (bar) => left + (bar * (100 - left)) / bars
  const stop = () => {
    drag = null
    mark.remove()
  }
  // The form then means UTC, whatever the zone of its reader.
  const send = ([first, last]) => {
    const text = (bar) => new Date(begin + bar * step).toISOString().slice(0, 16)
    asks.elements.zone.value = 'UTC'
    asks.elements.from.value = text(first)
    asks.elements.to.value = text(last)
    asks.requestSubmit()
  }

  svg.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || !event.isPrimary) return
    const bar = barAt(event)
    dragged = false
    drag = { first: bar, at: bar }
  })
  svg.addEventListener('pointermove', (event) => {
    if (!drag || barAt(event) === drag.at) return
    drag.at = barAt(event)
    dragged = true
    svg.setPointerCapture(event.pointerId)
    const [first, last] = ends()
    mark.setAttribute('x', `${place(first)}%`)
    mark.setAttribute('width', `${place(last) - place(first)}%`)
    svg.append(mark)
  })
  svg.addEventListener('pointerup', () => {
    const window = drag && dragged ? ends() : null
    stop()
    if (window) send(window)
  })
  svg.addEventListener('pointercancel', stop)
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') stop()
  })
  // A link that is dragged would be dragged away, and one on which a drag ends would be followed.
  svg.addEventListener('dragstart', (event) => event.preventDefault())
  svg.addEventListener('click', (event) => dragged && event.preventDefault(), true)
  for (const hint of asks.querySelectorAll('[data-with-script]')) hint.hidden = false
}

if (chart && form) watch(chart, form)
