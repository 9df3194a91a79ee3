document.title = 'Sidelight';
