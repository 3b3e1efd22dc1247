// An officer's pages: the code that changes by itself, the signature by finger.
(function () {
  'use strict';

  // Counts down to the next code and fetches it; what counts is how long, not what the phone's clock says.
  var countdown = function (box) {
    var ends = performance.now() + Number(box.dataset.seconds) * 1000;
    var shown = box.querySelector('[data-remaining]');
    var tick = function () {
      if (!box.isConnected) { return; }
      var left = Math.ceil((ends - performance.now()) / 1000);
      shown.textContent = String(Math.max(0, left));
      if (left <= 0 && box.dataset.next) {
        window.htmx.ajax('GET', box.dataset.next, {target: '#' + box.id, select: '#' + box.id, swap: 'outerHTML'})
          .catch(function () { shown.textContent = '…'; });
        window.setTimeout(tick, 5000);
        return;
      }
      window.setTimeout(tick, 250);
    };
    box.dataset.counting = 'true';
    tick();
  };

  var signature = function (canvas) {
    var form = canvas.closest('form');
    var context = canvas.getContext('2d');
    var drawing = false;
    var field = form.querySelector('[name=picture]');
    var clean = function () {
      context.fillStyle = '#fff';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.lineWidth = 4;
      context.lineCap = 'round';
      context.lineJoin = 'round';
      context.strokeStyle = '#10243a';
      field.value = '';
    };
    var at = function (event) {
      var box = canvas.getBoundingClientRect();
      return [(event.clientX - box.left) * canvas.width / box.width, (event.clientY - box.top) * canvas.height / box.height];
    };
    canvas.addEventListener('pointerdown', function (event) {
      event.preventDefault();
      canvas.setPointerCapture(event.pointerId);
      drawing = true;
      context.beginPath();
      context.moveTo.apply(context, at(event));
    });
    canvas.addEventListener('pointermove', function (event) {
      if (!drawing) { return; }
      context.lineTo.apply(context, at(event));
      context.stroke();
    });
    var end = function () {
      if (drawing) {
        drawing = false;
        field.value = canvas.toDataURL('image/png');
      }
    };
    canvas.addEventListener('pointerup', end);
    canvas.addEventListener('pointercancel', end);
    form.querySelector('[data-clear]').addEventListener('click', clean);
    clean();
    canvas.dataset.ready = 'true';
  };

  var start = function (root) {
    root.querySelectorAll('[data-seconds]:not([data-counting])').forEach(countdown);
    root.querySelectorAll('canvas[data-signature]:not([data-ready])').forEach(signature);
  };
  window.addEventListener('load', function () { start(document); });
  document.addEventListener('htmx:afterSwap', function () { start(document); });
})();
