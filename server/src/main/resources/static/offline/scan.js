// Reads a QR code by the camera, from a picture or from typed text, and sends the form that asked for it. Where the browser
// has no BarcodeDetector, jsQR reads; without any script the text can still be typed.
(function () {
  'use strict';

  var LARGEST = 1600;
  var LIBRARY = '/static/offline/jsQR.js';
  var library = null;

  var loadLibrary = function () {
    if (!library) {
      library = new Promise(function (resolve, reject) {
        if (window.jsQR) { resolve(window.jsQR); return; }
        var script = document.createElement('script');
        script.src = LIBRARY;
        script.onload = function () { resolve(window.jsQR); };
        script.onerror = reject;
        document.head.appendChild(script);
      });
    }
    return library;
  };

  var detector = function () {
    if (!window.BarcodeDetector) { return Promise.resolve(null); }
    return window.BarcodeDetector.getSupportedFormats().then(function (formats) {
      return formats.indexOf('qr_code') < 0 ? null : new window.BarcodeDetector({formats: ['qr_code']});
    }).catch(function () { return null; });
  };

  var read = function (source, width, height) {
    var scale = Math.min(1, LARGEST / Math.max(width, height));
    var canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    var context = canvas.getContext('2d', {willReadFrequently: true});
    context.drawImage(source, 0, 0, canvas.width, canvas.height);
    return detector().then(function (native) {
      if (native) {
        return native.detect(canvas).then(function (found) { return found.length ? found[0].rawValue : null; });
      }
      return loadLibrary().then(function (jsQR) {
        var found = jsQR(context.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height);
        return found ? found.data : null;
      });
    });
  };

  var readFile = function (file) {
    return createImageBitmap(file).then(function (picture) { return read(picture, picture.width, picture.height); });
  };

  // Calls back with each text that the camera sees, until it is stopped.
  var watch = function (video, seen, failed) {
    var stream = null;
    var stopped = false;
    navigator.mediaDevices.getUserMedia({video: {facingMode: 'environment'}, audio: false}).then(function (given) {
      stream = given;
      video.srcObject = given;
      return video.play();
    }).then(function look() {
      if (stopped) { return; }
      var next = function () { window.setTimeout(look, 120); };
      if (!video.videoWidth) { next(); return; }
      read(video, video.videoWidth, video.videoHeight).then(function (text) {
        if (text && !stopped) { seen(text); } else { next(); }
      }, next);
    }).catch(failed);
    return function () {
      stopped = true;
      if (stream) { stream.getTracks().forEach(function (track) { track.stop(); }); }
      video.srcObject = null;
    };
  };

  window.siseScan = {readFile: readFile, watch: watch};

  var prepare = function (form) {
    var text = form.querySelector('[name=text]');
    var note = form.querySelector('[data-scan-note]');
    var video = form.querySelector('video');
    var camera = form.querySelector('[data-camera]');
    var picture = form.querySelector('[data-picture]');
    var stop = null;

    var say = function (key) { note.textContent = key ? form.dataset[key] : ''; };
    var end = function () {
      if (stop) { stop(); stop = null; }
      if (video) { video.hidden = true; }
    };
    var take = function (found) {
      end();
      say(null);
      text.value = found;
      form.requestSubmit();
    };

    if (camera && (!navigator.mediaDevices || !navigator.mediaDevices.getUserMedia)) {
      camera.hidden = true;
      say('noCamera');
    } else if (camera) {
      camera.addEventListener('click', function () {
        if (stop) { end(); return; }
        video.hidden = false;
        say('looking');
        stop = watch(video, take, function () { end(); say('noCamera'); });
      });
    }
    picture.addEventListener('change', function () {
      if (!picture.files.length) { return; }
      say('reading');
      readFile(picture.files[0]).then(function (found) {
        picture.value = '';
        if (found) { take(found); } else { say('nothing'); }
      }, function () { picture.value = ''; say('nothing'); });
    });
    form.addEventListener('submit', function () {
      var clock = form.querySelector('[name=deviceAt]');
      if (clock) { clock.value = new Date().toISOString(); }
    }, true);
    window.addEventListener('pagehide', end);

    // A code that the phone's own camera opened stands behind the address's number sign, which no server is told.
    if (form.dataset.scan === 'address' && window.location.hash.length > 1) {
      var given = decodeURIComponent(window.location.hash.substring(1));
      window.history.replaceState(null, '', window.location.pathname + window.location.search);
      if (window.htmx) { take(given); } else { window.addEventListener('load', function () { take(given); }); }
    }
    form.dataset.ready = 'true';
  };

  document.querySelectorAll('form[data-scan]').forEach(prepare);
})();
