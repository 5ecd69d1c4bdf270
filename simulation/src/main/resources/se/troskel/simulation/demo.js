// The terminal's picture is drawn again twice a second.
const kiosk = document.getElementById("kiosk");
setInterval(() => {
  const next = new Image();
  next.onload = () => { kiosk.src = next.src; };
  next.src = "/kiosk.png?" + Date.now();
}, 500);
