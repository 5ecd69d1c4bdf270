// What the staff pages do beyond plain HTML: ask for live parts again when the centre says that
// something changed, count ages on the viewer's own clock, and print. Everything works without it.
(() => {
    'use strict';

    const SLOW_AFTER_MS = 10_000;
    const STALE_AFTER_MS = 150_000;
    const GONE_AFTER_MS = 15 * 60_000;
    const pulse = document.getElementById('pulse');
    const written = new WeakMap();
    const states = new Map();
    let heardAt = performance.now();
    let heardClock = clock();
    let isLost = false;

    function plainText(element) {
        return element.textContent.replace(/\s+/g, ' ').trim();
    }

    function clock() {
        const separator = document.documentElement.lang === 'sv' ? '.' : ':';
        const now = new Date();
        const two = (number) => String(number).padStart(2, '0');
        const time = two(now.getHours()) + separator + two(now.getMinutes());
        return separator === '.' ? 'kl. ' + time : time;
    }

    function words(text, value) {
        return text.replace('{0}', value);
    }

    function age(millis) {
        const seconds = Math.floor(millis / 1000);
        if (seconds < 60) {
            return words(pulse.dataset.seconds, seconds);
        }
        const minutes = Math.floor(seconds / 60);
        return minutes < 60
            ? words(pulse.dataset.minutes, minutes)
            : words(pulse.dataset.hours, Math.floor(minutes / 60));
    }

    function since(element) {
        if (!written.has(element)) {
            written.set(element, performance.now());
        }
        return performance.now() - written.get(element);
    }

    function setText(element, text) {
        if (element.textContent !== text) {
            element.textContent = text;
        }
    }

    function countAges() {
        document.querySelectorAll('[data-age]').forEach((element) => {
            const millis = Number(element.dataset.age) + since(element);
            const fact = element.closest('[data-ages]');
            if (fact) {
                fact.classList.toggle('stale', millis > STALE_AFTER_MS);
                fact.classList.toggle('gone', millis > GONE_AFTER_MS);
            }
            setText(element, age(millis));
        });
        document.querySelectorAll('[data-left]').forEach((element) => {
            const seconds = Math.max(0, Math.round((Number(element.dataset.left) - since(element)) / 1000));
            const left = Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
            setText(element, words(element.dataset.words, left));
        });
    }

    function showPulse() {
        const quiet = performance.now() - heardAt;
        const isSlow = quiet > SLOW_AFTER_MS;
        pulse.classList.toggle('act', isSlow || isLost);
        tellContact(isSlow || isLost);
        if (isLost) {
            setText(pulse, words(pulse.dataset.lost, heardClock));
        } else if (isSlow) {
            setText(pulse, words(pulse.dataset.slow, heardClock));
        } else {
            setText(pulse, pulse.dataset.live + ' · ' + Math.floor(quiet / 1000) + ' s');
        }
    }

    function tellContact(lost) {
        if (document.body.classList.contains('lost') !== lost) {
            document.body.classList.toggle('lost', lost);
            document.body.dispatchEvent(new CustomEvent('contact', {detail: {lost, clock: heardClock}}));
        }
    }

    function heard() {
        heardAt = performance.now();
        heardClock = clock();
        isLost = false;
    }

    function lightUpChanges() {
        document.querySelectorAll('[data-state]').forEach((element) => {
            const before = states.get(element.id);
            states.set(element.id, element.dataset.state);
            if (before !== undefined && before !== element.dataset.state) {
                element.classList.add('changed');
                setTimeout(() => element.classList.remove('changed'), 2000);
            }
        });
    }

    function listen() {
        const news = new EventSource('/staff/live');
        let wasLost = false;
        news.addEventListener('tick', () => {
            heard();
            if (wasLost) {
                wasLost = false;
                htmx.trigger(document.body, 'news');
            }
        });
        news.addEventListener('changed', () => {
            heard();
            htmx.trigger(document.body, 'news');
        });
        news.addEventListener('ended', () => location.reload());
        news.addEventListener('error', () => {
            isLost = true;
            wasLost = true;
            if (news.readyState === EventSource.CLOSED) {
                setTimeout(listen, 5000);
            }
        });
        window.addEventListener('pagehide', () => news.close());
    }

    if (pulse && document.body.classList.contains('live')) {
        pulse.removeAttribute('role');
        lightUpChanges();
        document.body.addEventListener('htmx:afterSettle', () => {
            lightUpChanges();
            countAges();
        });
        document.body.addEventListener('htmx:oobBeforeSwap', (event) => {
            const {target, fragment} = event.detail;
            if (target.id === 'troubles' && plainText(target) === plainText(fragment)) {
                event.detail.shouldSwap = false; // a screen reader tells each swap again
            }
            const {version} = target.dataset;
            if (version !== undefined && version === fragment.firstElementChild?.dataset.version) {
                event.detail.shouldSwap = false; // no button is exchanged under a finger for the same
            }
        });
        listen();
        const everySecond = () => {
            countAges();
            showPulse();
        };
        everySecond();
        setInterval(everySecond, 1000);
    }

    document.querySelectorAll('[data-print]').forEach((button) => {
        button.hidden = false;
        button.addEventListener('click', () => window.print());
    });
})();
