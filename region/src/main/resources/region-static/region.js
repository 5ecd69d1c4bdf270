// Keeps the page live: fetches its middle when the server says that something changed, and counts
// ages on the viewer's own clock, so that an old figure looks old even when nothing more arrives.
'use strict';

(() => {
  const FRESH_MS = 150_000; // the limits of Freshness.java
  const SHOWN_MS = 15 * 60_000;
  const SILENT_MS = 40_000; // the server says something every 15 seconds
  const live = document.getElementById('live');
  let serverNow = 0;
  let takenAt = 0;
  let lastWord = performance.now();
  let fetching = false;
  let again = false;

  function taken() {
    serverNow = Number(live.querySelector('header').dataset.now);
    takenAt = performance.now();
    tick();
  }

  // the server's clock, carried on by the viewer's; a wrongly set clock does no harm
  function now() {
    return serverNow + (performance.now() - takenAt);
  }

  function age(ms) {
    const seconds = Math.max(0, Math.round(ms / 1000));
    if (seconds < 60) return `för ${seconds} s sedan`;
    return `för ${Math.floor(seconds / 60)} min sedan`;
  }

  function lasting(ms) {
    const minutes = Math.floor(Math.max(0, ms) / 60_000);
    return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} tim`;
  }

  function tick() {
    const time = now();
    let aged = false;
    for (const card of live.querySelectorAll('.card')) {
      const heard = card.dataset.heard;
      const old = heard === '' ? Infinity : time - Number(heard);
      const worth = old <= FRESH_MS ? 'fresh' : old <= SHOWN_MS ? 'stale' : 'gone';
      if (!card.classList.contains(worth)) aged = true;
      card.classList.remove('fresh', 'stale', 'gone');
      card.classList.add(worth);
      const shown = card.querySelector('.age');
      if (shown) shown.textContent = age(old);
    }
    for (const since of live.querySelectorAll('.since')) {
      since.textContent = lasting(time - Number(since.dataset.since));
    }
    const clock = document.getElementById('clock');
    const shown = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit', second: '2-digit',
    }).format(new Date(time));
    clock.textContent = shown.replace(':', '.');
    live.querySelector('.lost').hidden = performance.now() - lastWord < SILENT_MS;
    if (aged) refresh(); // the counts and the order follow
  }

  async function refresh() {
    if (fetching) {
      again = true;
      return;
    }
    fetching = true;
    try {
      const answer = await fetch('/fragment' + location.search, { cache: 'no-store' });
      if (answer.ok) {
        const changedByHand = new Map();
        for (const card of live.querySelectorAll('.card')) {
          const details = card.querySelector('details');
          if (details && details.dataset.byHand) changedByHand.set(card.dataset.code, details.open);
        }
        live.innerHTML = await answer.text();
        for (const card of live.querySelectorAll('.card')) {
          const details = card.querySelector('details');
          if (details && changedByHand.has(card.dataset.code)) {
            details.open = changedByHand.get(card.dataset.code);
            details.dataset.byHand = 'yes';
          }
        }
        taken();
      }
    } catch (unreachable) {
      // the ages go on, and the notice comes when the events stay away too
    } finally {
      fetching = false;
      if (again) {
        again = false;
        refresh();
      }
    }
  }

  live.addEventListener('click', (event) => {
    const summary = event.target.closest('summary');
    if (summary) summary.parentElement.dataset.byHand = 'yes';
  });

  const events = new EventSource('/events');
  events.addEventListener('changed', (event) => {
    lastWord = performance.now();
    if (event.data !== live.querySelector('header').dataset.version) refresh();
  });
  events.addEventListener('beat', () => {
    lastWord = performance.now();
  });

  taken();
  setInterval(tick, 1000);
})();
