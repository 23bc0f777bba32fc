// Every page works without this script. With it, the components of GOV.UK Frontend wake up, and a
// page that waits for a long task reads itself again without a reload, which would move the reader.
import { initAll } from './govuk-frontend.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

const SECONDS_BETWEEN_LOOKS = 3

/** Put the state that the server tells now in place of the one that is shown. */
async function lookAgain (shown) {
  const answer = await fetch(window.location.href, { headers: { Accept: 'text/html' } })
  const told = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const now = told.getElementById(shown.id)
  // No state in the answer: the session ended or the page moved on. Show that page whole.
  if (!answer.ok || !now) return window.location.reload()
  if (now.innerHTML !== shown.innerHTML) shown.innerHTML = now.innerHTML
  document.title = told.title
  if (now.dataset.state === 'working') return lookAgainLater(shown)
  shown.dataset.state = now.dataset.state
}

function lookAgainLater (shown) {
  setTimeout(() => lookAgain(shown).catch(() => lookAgainLater(shown)), SECONDS_BETWEEN_LOOKS * 1000)
}

const task = document.getElementById('progress')
if (task && task.dataset.state === 'working') lookAgainLater(task)

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

const SECONDS_AFTER_TYPING = 2

/** What is typed into a page of a journey is kept on the server, so that leaving loses nothing. */
function keepTyping (form) {
  const said = form.querySelector('[data-kept]')
  let waits
  let running = new AbortController()
  // What is on its way holds older words than what is sent next, and must not arrive after it.
  const stop = () => {
    clearTimeout(waits)
    running.abort()
  }
  const keep = async () => {
    stop()
    const mine = running = new AbortController()
    const words = new URLSearchParams(new FormData(form))
    words.set('then', 'typing')
    const answer = await fetch(form.action, { method: 'POST', body: words, signal: mine.signal }).catch(() => null)
    if (said && !mine.signal.aborted) said.textContent = answer && answer.ok ? await answer.text() : said.dataset.lost
  }
  form.addEventListener('input', () => {
    clearTimeout(waits)
    waits = setTimeout(keep, SECONDS_AFTER_TYPING * 1000)
  })
  form.addEventListener('submit', stop)
}
document.querySelectorAll('form[data-journey]').forEach(keepTyping)
