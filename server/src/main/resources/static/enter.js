// Remembers the code that opened the door, so that the visit can be rated afterwards from the same phone.
(function () {
  'use strict';

  var KEY = 'sise.scanned';
  var OWN = 'sise.business';

  var kept = function () {
    try { return window.localStorage.getItem(KEY); } catch (e) { return null; }
  };

  var look = function () {
    var answer = document.querySelector('#answer [data-scanned]');
    if (answer) {
      try { window.localStorage.setItem(KEY, answer.dataset.scanned); } catch (e) { /* private window */ }
    }
    var rating = document.getElementById('rating-form');
    if (rating) {
      var text = kept();
      rating.hidden = !text;
      rating.querySelector('[name=text]').value = text || '';
    }
    if (document.querySelector('[data-rated]')) {
      try { window.localStorage.removeItem(KEY); } catch (e) { /* private window */ }
      if (rating) { rating.hidden = true; }
    }
  };

  var business = document.getElementById('business');
  if (business) {
    try { business.value = business.value || window.localStorage.getItem(OWN) || ''; } catch (e) { /* private window */ }
    business.addEventListener('change', function () {
      try { window.localStorage.setItem(OWN, business.value.trim()); } catch (e) { /* private window */ }
    });
  }
  document.addEventListener('htmx:afterSwap', look);
  look();
})();
