// The terminal's picture is drawn again twice a second, where there is a terminal.
const kiosk = document.getElementById("kiosk");
if (kiosk) {
  setInterval(() => {
    const next = new Image();
    next.onload = () => { kiosk.src = next.src; };
    next.src = "/kiosk.png?" + Date.now();
  }, 500);
}
