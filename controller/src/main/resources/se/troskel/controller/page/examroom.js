// What the invigilator's page does beyond plain HTML: counts the minutes of those who are out, and
// when the centre is lost says so, keeps the list readable and lets nothing be pressed. Nothing is
// shown as done before the centre has said so, and nothing is kept to be sent later.
(() => {
    'use strict';

    if (!document.body.classList.contains('exam-room')) {
        return;
    }
    const MINUTE_MS = 60_000;
    const noContact = document.getElementById('no-contact');
    const noAnswer = document.getElementById('no-answer');
    const written = new WeakMap();
    let isLost = false;
    let pressed = 0;
    let missedNews = false;

    function countMinutes() {
        document.querySelectorAll('[data-out]').forEach((element) => {
            if (!written.has(element)) {
                written.set(element, performance.now());
            }
            const millis = Number(element.dataset.out) + performance.now() - written.get(element);
            const text = Math.floor(millis / MINUTE_MS) + ' min';
            if (element.textContent !== text) {
                element.textContent = text;
            }
        });
    }

    function allowPresses() {
        document.querySelectorAll('#exam-room button:not([data-never])').forEach((button) => {
            button.disabled = isLost;
        });
    }

    function refuseWhileLost(event) {
        const isOurs = event.target instanceof Element && event.target.closest('#exam-room a, #exam-room form');
        if (isLost && isOurs) {
            event.preventDefault();
            event.stopImmediatePropagation();
        }
    }

    function isNews(event) {
        return event.detail.elt.id === 'room-news' || event.detail.elt.id === 'calls';
    }

    document.body.addEventListener('contact', (event) => {
        isLost = event.detail.lost;
        noContact.textContent = noContact.dataset.words.replace('{0}', event.detail.clock);
        noContact.hidden = !isLost;
        allowPresses();
    });
    window.addEventListener('submit', refuseWhileLost, true);
    window.addEventListener('click', (event) => {
        if (event.target instanceof Element && event.target.closest('a')) {
            refuseWhileLost(event);
        }
    }, true);
    ['htmx:sendError', 'htmx:timeout', 'htmx:responseError'].forEach((name) => {
        document.body.addEventListener(name, (event) => {
            if (!isNews(event)) {
                noAnswer.hidden = false;
            }
        });
    });
    // what was pressed is answered with the whole room; news that came between would take the
    // pressed button away from under its own answer
    document.body.addEventListener('htmx:beforeRequest', (event) => {
        pressed += isNews(event) ? 0 : 1;
    });
    document.body.addEventListener('htmx:afterRequest', (event) => {
        pressed = Math.max(0, pressed - (isNews(event) ? 0 : 1));
        if (pressed === 0 && missedNews) {
            missedNews = false;
            htmx.trigger(document.body, 'news');
        }
    });
    document.body.addEventListener('htmx:oobBeforeSwap', (event) => {
        if (pressed > 0) {
            missedNews = true;
            event.detail.shouldSwap = false;
        }
    });
    document.body.addEventListener('htmx:afterOnLoad', (event) => {
        if (!isNews(event) && event.detail.xhr.status < 400) {
            noAnswer.hidden = true;
        }
    });
    document.body.addEventListener('htmx:afterSettle', () => {
        allowPresses();
        countMinutes();
    });
    countMinutes();
    setInterval(countMinutes, 1000);
})();
