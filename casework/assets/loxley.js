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
